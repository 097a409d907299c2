package groupwatch.summary.write.compose;

import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.prompt.Numbered;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The pieces of one long day: those that an attempt before this one finished are there already, each that is finished now is kept. */
final class Pieces {

    private static final Logger log = LoggerFactory.getLogger(Pieces.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Drafts drafts;
    private final DraftHash hash;
    private final Numbered messages;
    private final Map<String, Integer> numbers;
    private final String whole;
    private final Map<String, KeptDraft> before;

    private Pieces(Drafts drafts, DraftHash hash, Numbered messages, String whole, Map<String, KeptDraft> before) {
        this.drafts = drafts;
        this.hash = hash;
        this.messages = messages;
        this.numbers = HashMap.newHashMap(messages.size());
        for (int number = 1; number <= messages.size(); number++) {
            numbers.put(messages.id(number), number);
        }
        this.whole = whole;
        this.before = before;
    }

    static Mono<Pieces> of(Drafts drafts, DraftHash hash, Numbered messages, List<List<Integer>> parts) {
        Transcript transcript = messages.transcript();
        List<String> hashes = parts.stream().map(hash::part).toList();
        String whole = DraftHash.whole(hashes);
        return drafts.find(transcript.group(), transcript.day(), whole, hashes)
                .collectMap(KeptDraft::hash)
                .timeout(PATIENCE)
                .map(before -> new Pieces(drafts, hash, messages, whole, before));
    }

    Mono<Answered> part(List<Integer> part, Supplier<Mono<Answered>> ask) {
        return once(hash.part(part), ask);
    }

    Mono<Answered> merged(List<Draft> batch, int sentences, Supplier<Mono<Answered>> ask) {
        List<SummaryContent> contents = batch.stream().map(this::content).toList();
        return once(DraftHash.merge(whole, contents, sentences), ask);
    }

    /** The day is whole. */
    Mono<Void> forget() {
        Transcript transcript = messages.transcript();
        return kept("forgotten", drafts.forget(transcript.group(), transcript.day()));
    }

    private Mono<Answered> once(String piece, Supplier<Mono<Answered>> ask) {
        KeptDraft known = before.get(piece);
        return known == null
                ? Mono.defer(ask).delayUntil(answered -> keep(piece, answered))
                : Mono.just(new Answered(Draft.of(known.content(), this::number), known.tally()));
    }

    private Mono<Void> keep(String piece, Answered answered) {
        Transcript transcript = messages.transcript();
        KeptDraft draft = KeptDraft.of(piece, content(answered.draft()), answered.tally());
        return kept("kept", drafts.keep(transcript.group(), transcript.day(), whole, draft));
    }

    /** Of a message of a piece that still stands, so of one that is there. */
    private int number(String id) {
        return Objects.requireNonNull(numbers.get(id));
    }

    private SummaryContent content(Draft draft) {
        return draft.content(messages::id);
    }

    /** What is said is not lost because it is not kept; it may have to be paid for again. */
    private static Mono<Void> kept(String what, Mono<Void> work) {
        return work.timeout(PATIENCE)
                .doOnError(error -> log.warn("A piece of a long day could not be {}", what, error))
                .onErrorComplete();
    }
}
