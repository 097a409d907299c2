package groupwatch.summary.ask;

import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.AskEvent.Done;
import groupwatch.summary.ask.answer.Earlier;
import groupwatch.summary.ask.answer.Phrases;
import groupwatch.summary.ask.find.FindMessages;
import groupwatch.summary.ask.find.Found;
import groupwatch.summary.ask.find.Wanted;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.Models;
import groupwatch.summary.model.Turn;
import groupwatch.summary.text.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers a question: finds what was said about it, and has it said in short. When nothing was found it says so, and no model is asked. Without a
 * model the messages that fit best are the answer.
 *
 * <p>Errors: {@link groupwatch.summary.model.ModelException}, {@link groupwatch.kit.client.ServiceUnavailableException},
 * {@link groupwatch.kit.problem.ProblemException}; {@link AskProblems} says what they mean to the caller.
 */
@Component
class AskQuestion {

    /** Rules, question, and a reserve for what a model counts differently. */
    private static final int OVERHEAD = 2500;

    private static final int LEAST_CONTEXT = 1000;

    private final FindMessages messages;
    private final Models models;
    private final ModelAnswer modelAnswer;
    private final AskSettings settings;
    private final AskMetrics metrics;
    private final Turnstile turnstile;
    private final Clock clock;

    AskQuestion(
            FindMessages messages,
            Models models,
            ModelAnswer modelAnswer,
            AskSettings settings,
            AskMetrics metrics,
            Turnstile turnstile,
            Clock clock) {
        this.messages = messages;
        this.models = models;
        this.modelAnswer = modelAnswer;
        this.settings = settings;
        this.metrics = metrics;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    /** Cold: each subscription asks. Cancelling ends the model's stream too. */
    Flux<AskEvent> ask(Caller caller, Question question) {
        return measured(turnstile.through(() -> answer(caller, question)));
    }

    /** All of it at once, or a problem where that takes longer than a caller can be left without a sign of life. */
    Mono<List<AskEvent>> askWhole(Caller caller, Question question) {
        Mono<List<AskEvent>> all = turnstile
                .through(() -> answer(caller, question))
                .collectList()
                .timeout(settings.answerWithin(), Mono.error(AskProblems::delayed));
        return measured(all.flatMapIterable(events -> events)).collectList();
    }

    private Flux<AskEvent> measured(Flux<AskEvent> events) {
        return Flux.defer(() -> {
            AskTiming timing = new AskTiming(metrics, clock);
            return events.doOnNext(timing::said)
                    .doOnComplete(timing::complete)
                    .doOnError(timing::failed)
                    .doOnCancel(timing::cancelled);
        });
    }

    private Flux<AskEvent> answer(Caller caller, Question question) {
        Instant now = clock.instant();
        List<Turn> history = Earlier.within(settings.historyTokens(), question.history());
        Wanted wanted = new Wanted(
                caller,
                question.text(),
                question.earlier(),
                question.groups(),
                question.period(),
                question.zone(),
                now,
                question.asked());
        return messages.find(wanted, room(history))
                .flatMapMany(found -> Flux.concat(
                        Flux.just(AskAnswers.sources(found, question.zone())), answer(question, history, found, now)));
    }

    private Flux<AskEvent> answer(Question question, List<Turn> history, Found found, Instant now) {
        if (found.isNothing()) {
            Phrases phrases = Phrases.of(question.answered());
            return AskAnswers.nothing(
                    phrases.nothing(found.groups(), found.everywhere(), found.period(), question.zone()));
        }
        return models.forQuestions()
                .map(model -> modelAnswer.of(model, question, history, found, now))
                .orElseGet(() -> AskAnswers.chosen(question, found));
    }

    /** How much of messages fits beside everything else. */
    private int room(List<Turn> history) {
        int window = models.forQuestions().map(LanguageModel::window).orElse(Integer.MAX_VALUE);
        int said = history.stream().mapToInt(turn -> Tokens.of(turn.text())).sum();
        return Math.max(
                LEAST_CONTEXT, Math.min(settings.contextTokens(), window - settings.maxTokens() - said - OVERHEAD));
    }

    /** Whether an answer was given, and of which kind. */
    static String outcome(Done done) {
        if (done.provider() == null) {
            return "nothing";
        }
        if (!done.complete()) {
            return "cut_off";
        }
        if (done.citations().isEmpty()) {
            return "unanswered";
        }
        return done.provider().equals(AskAnswers.EXTRACTIVE) ? "chosen" : "answered";
    }
}
