package groupwatch.summary.ask;

import groupwatch.summary.ask.AskEvent.Done;
import groupwatch.summary.ask.answer.AnswerPrompt;
import groupwatch.summary.ask.answer.CheckedAnswer;
import groupwatch.summary.ask.answer.Phrases;
import groupwatch.summary.ask.answer.Said;
import groupwatch.summary.ask.find.Found;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Streamed;
import groupwatch.summary.model.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Has a language model answer, and lets out what passes the checks, sentence by sentence. */
@Component
class ModelAnswer {

    private final AskSettings settings;

    ModelAnswer(AskSettings settings) {
        this.settings = settings;
    }

    /** @param found not empty */
    Flux<AskEvent> of(LanguageModel model, Question question, List<Turn> history, Found found, Instant now) {
        return Flux.defer(() -> {
            CheckedAnswer answer = new CheckedAnswer(found, Phrases.of(question.answered()));
            return model.stream(request(question, history, found, now))
                    // in order, one after the other: the answer remembers what came before
                    .concatMapIterable(streamed -> events(streamed, answer, model));
        });
    }

    private ModelRequest request(Question question, List<Turn> history, Found found, Instant now) {
        AnswerPrompt prompt =
                new AnswerPrompt(UUID.randomUUID().toString(), now.atZone(question.zone()), question.language());
        return new ModelRequest(
                Purpose.QUESTION,
                group(found),
                now.atZone(settings.defaultZone()).toLocalDate(),
                prompt.system(),
                prompt.turns(found, question.text(), history),
                settings.maxTokens(),
                null);
    }

    private static @Nullable String group(Found found) {
        return found.groups().size() == 1 ? found.groups().getFirst().jid() : null;
    }

    private static List<AskEvent> events(Streamed streamed, CheckedAnswer answer, LanguageModel model) {
        return switch (streamed) {
            case Streamed.Piece piece -> events(answer.feed(piece.text()));
            case Streamed.End end -> {
                Completion completion = end.completion();
                List<AskEvent> last = new ArrayList<>(events(last(completion.finish(), answer)));
                last.add(done(completion, answer, model));
                yield last;
            }
        };
    }

    private static List<Said> last(Finish finish, CheckedAnswer answer) {
        return switch (finish) {
            case COMPLETE -> answer.complete();
            case TRUNCATED -> answer.cutOff();
            case REFUSED -> answer.refused();
        };
    }

    private static Done done(Completion completion, CheckedAnswer answer, LanguageModel model) {
        return new Done(
                answer.text(),
                completion.model(),
                model.provider(),
                answer.citations(),
                answer.dropped(),
                completion.finish() == Finish.COMPLETE,
                completion.tokens(),
                completion.cost());
    }

    private static List<AskEvent> events(List<Said> said) {
        return said.stream().flatMap(each -> AskAnswers.events(each).stream()).toList();
    }
}
