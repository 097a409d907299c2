package groupwatch.summary.write.compose;

import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.prompt.PrintLine;
import groupwatch.summary.write.prompt.WritePrompt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A summary by a language model: every sentence of it cites messages that it was shown, and was checked against them. */
public final class ModelSummary implements WriteSummary {

    private final LanguageModel model;
    private final WriteSettings settings;
    private final Drafts drafts;
    private final String schema = schema();
    private final SecureRandom random = new SecureRandom();

    /** @param drafts where the pieces of a long day are kept until it is whole */
    public ModelSummary(LanguageModel model, WriteSettings settings, Drafts drafts) {
        this.model = model;
        this.settings = settings;
        this.drafts = drafts;
    }

    @Override
    public Mono<Written> write(Transcript transcript, Wish wish) {
        // a long day is some work for a processor: not on the caller's event loop
        return Mono.defer(() -> writeNow(transcript, wish)).subscribeOn(Schedulers.parallel());
    }

    private Mono<Written> writeNow(Transcript transcript, Wish wish) {
        Room room = Room.of(model, settings, wish);
        Numbered messages = new Numbered(transcript);
        PrintLine line = new PrintLine(messages, room.message());
        WriteDay day = new WriteDay(
                messages,
                line,
                new WritePrompt(messages, line, wish, random),
                new AskModel(model, messages, line, room, schema),
                room,
                wish.length().sentences(),
                settings.partsAtOnce());
        List<List<Integer>> parts = day.parts();
        return written(day, parts, messages, new DraftHash(messages, wish, model))
                .map(answered -> written(answered, messages, parts.size()));
    }

    private Mono<Answered> written(WriteDay day, List<List<Integer>> parts, Numbered messages, DraftHash hash) {
        // also of a short day, which may have been a long one: what no longer stands is deleted
        return Pieces.of(drafts, hash, messages, parts)
                .flatMap(pieces -> parts.size() == 1
                        ? day.write(parts.getFirst())
                        : day.write(parts, pieces).delayUntil(answered -> pieces.forget()));
    }

    private Written written(Answered answered, Numbered messages, int parts) {
        Tally tally = answered.tally();
        return new Written(
                answered.draft().content(messages::id),
                model.provider(),
                tally.model(),
                tally.calls(),
                parts,
                tally.dropped(),
                tally.tokens(),
                tally.cost());
    }

    private static String schema() {
        try (InputStream resource = Objects.requireNonNull(
                ModelSummary.class.getResourceAsStream("/groupwatch/summary/write/answer.schema.json"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
