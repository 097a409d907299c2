package groupwatch.summary.write.compose;

import groupwatch.summary.text.Tokens;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.prompt.PrintDraft;
import groupwatch.summary.write.prompt.PrintLine;
import groupwatch.summary.write.prompt.Prompt;
import groupwatch.summary.write.prompt.WritePrompt;
import groupwatch.summary.write.split.SplitDay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One day: read at once, or in parts that are merged. Only the requests that are under way are in memory. */
final class WriteDay {

    /** A part says a little more than its share of the whole, so that there is something to choose from. */
    private static final int MORE_THAN_ITS_SHARE = 6;

    private final Numbered messages;
    private final PrintLine line;
    private final WritePrompt prompts;
    private final AskModel model;
    private final Room room;
    private final int sentences;
    private final int atOnce;

    WriteDay(
            Numbered messages,
            PrintLine line,
            WritePrompt prompts,
            AskModel model,
            Room room,
            int sentences,
            int atOnce) {
        this.messages = messages;
        this.line = line;
        this.prompts = prompts;
        this.model = model;
        this.room = room;
        this.sentences = sentences;
        this.atOnce = atOnce;
    }

    /** The numbers of the messages of each part. */
    List<List<Integer>> parts() {
        int[] tokens = new int[messages.size() + 1];
        for (int number = 1; number < tokens.length; number++) {
            // without any other message beside it, a reply is at its longest
            tokens[number] = 1 + Tokens.of(line.print(number, other -> false));
        }
        return new SplitDay(messages, tokens, room.data()).parts();
    }

    /** All at once. */
    Mono<Answered> write(List<Integer> all) {
        return asked(prompts.read(all, sentences), sentences, false);
    }

    Mono<Answered> write(List<List<Integer>> parts, Pieces pieces) {
        int share = share(parts.size());
        return each(parts, part -> pieces.part(part, () -> asked(prompts.read(part, share), share, true)))
                .flatMap(read -> merge(read, pieces));
    }

    private Mono<Answered> merge(List<Answered> parts, Pieces pieces) {
        Tally tally = parts.stream().map(Answered::tally).reduce(Tally.NOTHING, Tally::plus);
        List<Draft> drafts = parts.stream()
                .map(Answered::draft)
                .filter(draft -> !draft.isEmpty())
                .toList();
        if (drafts.isEmpty()) {
            return Mono.error(new UnusableAnswerException("The model found nothing to say in any part of the day"));
        }
        if (drafts.size() == 1) {
            return Mono.just(new Answered(drafts.getFirst().atMost(sentences), tally));
        }
        List<List<Draft>> batches = batches(drafts);
        if (batches.size() == 1) {
            return merged(batches.getFirst(), sentences, pieces)
                    .map(merged -> new Answered(merged.draft(), tally.plus(merged.tally())));
        }
        return each(batches, batch -> mergeBatch(batch, share(batches.size()), pieces))
                .flatMap(fewer -> merge(fewer, pieces))
                .map(merged -> new Answered(merged.draft(), tally.plus(merged.tally())));
    }

    private Mono<Answered> mergeBatch(List<Draft> batch, int share, Pieces pieces) {
        return batch.size() == 1
                ? Mono.just(new Answered(batch.getFirst(), Tally.NOTHING))
                : merged(batch, share, pieces);
    }

    private Mono<Answered> merged(List<Draft> batch, int most, Pieces pieces) {
        return pieces.merged(batch, most, () -> asked(prompts.merge(batch, most), most, false));
    }

    /** Neighbours that fit into one request; at least two, so that each round leaves fewer. */
    private List<List<Draft>> batches(List<Draft> drafts) {
        List<List<Draft>> batches = new ArrayList<>();
        List<Draft> batch = new ArrayList<>();
        int size = 0;
        for (Draft whole : drafts) {
            Draft draft = fitting(whole);
            int tokens = tokens(draft);
            if (batch.size() >= 2 && size + tokens > room.data()) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(draft);
            size += tokens;
        }
        batches.add(batch);
        return batches;
    }

    /** Half a request at most. */
    private Draft fitting(Draft draft) {
        Draft fitting = draft;
        while (fitting.size() > 1 && tokens(fitting) > room.data() / 2) {
            fitting = fitting.atMost(fitting.size() - 1);
        }
        return fitting;
    }

    private static int tokens(Draft draft) {
        return Tokens.of(PrintDraft.of(draft));
    }

    private int share(int parts) {
        return Math.min(sentences, 2 * sentences / parts + MORE_THAN_ITS_SHARE);
    }

    /** @param most sentences that were asked for; a model that says half as many more is not interrupted */
    private Mono<Answered> asked(Prompt prompt, int most, boolean mayBeEmpty) {
        return model.ask(prompt, mayBeEmpty)
                .map(answered -> new Answered(answered.draft().atMost(most + most / 2), answered.tally()));
    }

    /** After a failure no more are begun; those under way, which are paid for, come to their end and are kept. */
    private <T> Mono<List<Answered>> each(List<T> all, Function<T, Mono<Answered>> ask) {
        return Mono.defer(() -> {
            AtomicBoolean failed = new AtomicBoolean();
            return Flux.fromIterable(all)
                    .flatMapSequentialDelayError(
                            one -> failed.get()
                                    ? Mono.<Answered>empty()
                                    : ask.apply(one).doOnError(error -> failed.set(true)),
                            atOnce,
                            1)
                    .collectList()
                    .onErrorMap(error -> Exceptions.unwrapMultiple(error).getFirst());
        });
    }
}
