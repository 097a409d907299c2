package groupwatch.summary.write.compose;

import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Turn;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.check.CheckAnswer;
import groupwatch.summary.write.check.Checked;
import groupwatch.summary.write.check.Evidence;
import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.prompt.PrintLine;
import groupwatch.summary.write.prompt.Prompt;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Asks a model and checks the answer; asks once more when something is wrong with it. An answer that was cut off is never taken, whatever of it
 * could be read.
 */
final class AskModel {

    private final LanguageModel model;
    private final Numbered messages;
    private final PrintLine line;
    private final Room room;
    private final String schema;

    AskModel(LanguageModel model, Numbered messages, PrintLine line, Room room, String schema) {
        this.model = model;
        this.messages = messages;
        this.line = line;
        this.room = room;
        this.schema = schema;
    }

    /** @param mayBeEmpty whether there may be nothing to say: of a part, yes */
    Mono<Answered> ask(Prompt prompt, boolean mayBeEmpty) {
        List<Turn> turns = List.of(new Turn(Turn.Role.USER, prompt.user()));
        return complete(prompt, turns).flatMap(first -> read(prompt, first, mayBeEmpty));
    }

    private Mono<Answered> read(Prompt prompt, Completion first, boolean mayBeEmpty) {
        Tally tally = Tally.of(first);
        return switch (first.finish()) {
            case REFUSED -> Mono.error(new UnusableAnswerException("The model would not summarise this"));
            case TRUNCATED ->
                complete(prompt, AskAgain.shorter(prompt))
                        .flatMap(second -> finished(prompt, second, tally, mayBeEmpty));
            case COMPLETE -> {
                Checked checked = check(prompt, first);
                yield isFine(checked, mayBeEmpty)
                        ? Mono.just(new Answered(checked.draft(), tally))
                        : complete(prompt, AskAgain.corrected(prompt, checked, room))
                                .flatMap(second -> better(prompt, checked, second, tally, mayBeEmpty));
            }
        };
    }

    /** After an answer that was cut off: this one is whole, or there is none. */
    private Mono<Answered> finished(Prompt prompt, Completion second, Tally before, boolean mayBeEmpty) {
        if (second.finish() != Finish.COMPLETE) {
            return Mono.error(
                    new UnusableAnswerException("The model did not come to an end, also when asked to be shorter"));
        }
        return kept(check(prompt, second), before.plus(Tally.of(second)), mayBeEmpty);
    }

    /** Of a whole answer and its correction, the one of which more can be kept; a correction that is not whole is none. */
    private Mono<Answered> better(Prompt prompt, Checked first, Completion second, Tally before, boolean mayBeEmpty) {
        Tally tally = before.plus(Tally.of(second));
        if (second.finish() != Finish.COMPLETE) {
            return kept(first, tally, mayBeEmpty);
        }
        Checked corrected = check(prompt, second);
        boolean worse = corrected.draft().size() < first.draft().size();
        return kept(worse ? first : corrected, tally, mayBeEmpty);
    }

    private static Mono<Answered> kept(Checked checked, Tally tally, boolean mayBeEmpty) {
        Draft draft = checked.draft();
        if (draft.isEmpty() && !isFine(checked, mayBeEmpty)) {
            return Mono.error(new UnusableAnswerException("Nothing of what the model answered passes the checks"));
        }
        return Mono.just(new Answered(draft, tally.dropping(checked.dropped())));
    }

    private static boolean isFine(Checked checked, boolean mayBeEmpty) {
        return checked.problems().isEmpty() && (mayBeEmpty || !checked.draft().isEmpty());
    }

    private Checked check(Prompt prompt, Completion completion) {
        return CheckAnswer.check(completion.text(), new Evidence(messages, line, prompt.citable()), prompt.fence());
    }

    private Mono<Completion> complete(Prompt prompt, List<Turn> turns) {
        Transcript transcript = messages.transcript();
        return model.complete(new ModelRequest(
                Purpose.SUMMARY, transcript.group(), transcript.day(), prompt.system(), turns, room.answer(), schema));
    }
}
