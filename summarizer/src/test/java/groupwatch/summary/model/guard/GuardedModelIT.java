package groupwatch.summary.model.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.TokenCount;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.summary.ledger.Usage;
import groupwatch.summary.ledger.UsedSoFar;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Streamed;
import groupwatch.summary.testing.AnthropicStub;
import groupwatch.summary.testing.ModelRig;
import groupwatch.summary.testing.StubAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@WithPostgres
class GuardedModelIT {

    private static final String GROUP = "120363040000000001@g.us";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final StubAnswer OVERLOADED = StubAnswer.error(529, "overloaded_error", "Overloaded");

    private final AnthropicStub stub = new AnthropicStub();
    private final TestDatabase database = ModelRig.database();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private ModelRig rig = rig();

    private ModelRig rig(String... properties) {
        return ModelRig.at(
                stub,
                database,
                Stream.of(properties)
                        .map(property -> "groupwatch.summary." + property)
                        .toArray(String[]::new));
    }

    private LanguageModel with(String... properties) {
        rig.close();
        rig = rig(properties);
        return rig.summaries();
    }

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stop() {
        Hooks.resetOnErrorDropped();
        rig.close();
        stub.close();
        assertThat(dropped).isEmpty();
    }

    @Test
    void answersAndWritesDownWhatItTook() {
        stub.answers(StubAnswer.text("Quiet day.").tokens(2000, 100));
        Completion completion = rig.summaries().complete(request()).block(PATIENCE);
        assertThat(completion.text()).isEqualTo("Quiet day.");
        assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
        assertThat(completion.model()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(completion.tokens()).isEqualTo(new TokenCount(2000, 100));
        // 1 and 5 dollars for a million
        assertThat(completion.cost()).isEqualByComparingTo("0.0025");
        rig.summaries().complete(request()).block(PATIENCE);
        assertThat(used()).singleElement().satisfies(usage -> {
            assertThat(usage.group()).isEqualTo(GROUP);
            assertThat(usage.purpose()).isEqualTo(Purpose.SUMMARY);
            assertThat(usage.provider()).isEqualTo("anthropic");
            assertThat(usage.model()).isEqualTo("claude-haiku-4-5-20251001");
            assertThat(usage.calls()).isEqualTo(2);
            assertThat(usage.tokens()).isEqualTo(new TokenCount(4000, 200));
            assertThat(usage.cost()).isEqualByComparingTo("0.005");
        });
        assertThat(outcome("answered")).isEqualTo(2);
    }

    @Test
    void streamsPiecesThenTheWholeAndWritesDownWhatItTook() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day.").tokens(300, 7).stop("max_tokens"));
        StepVerifier.create(rig.questions().stream(question()))
                .expectNext(new Streamed.Piece("Quiet "), new Streamed.Piece("day."))
                .assertNext(last -> assertThat(((Streamed.End) last).completion())
                        .returns("Quiet day.", Completion::text)
                        .returns(Finish.TRUNCATED, Completion::finish)
                        .returns(new TokenCount(300, 7), Completion::tokens)
                        .satisfies(completion -> assertThat(completion.cost()).isEqualByComparingTo("0.001005")))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(used()).singleElement().satisfies(usage -> {
            assertThat(usage.group()).isNull();
            assertThat(usage.purpose()).isEqualTo(Purpose.QUESTION);
            assertThat(usage.model()).isEqualTo("claude-sonnet-4-6");
            assertThat(usage.tokens()).isEqualTo(new TokenCount(300, 7));
        });
        assertThat(outcome("truncated")).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheVendorWishesAndAsksAgain() {
        // what the first call of all takes is not waiting
        rig.summaries().complete(request()).block(PATIENCE);
        stub.answersInTurn(
                StubAnswer.error(429, "rate_limit_error", "Slow down").header("retry-after", "1"),
                StubAnswer.text("Now."));
        StepVerifier.create(rig.summaries().complete(request()).elapsed())
                .assertNext(timed -> {
                    assertThat(timed.getT1()).isBetween(1000L, 20_000L);
                    assertThat(timed.getT2().text()).isEqualTo("Now.");
                })
                .expectComplete()
                .verify(PATIENCE);
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void asksAnOverloadedVendorAgain() {
        stub.answersInTurn(OVERLOADED, StubAnswer.broken(), StubAnswer.text("Now."));
        assertThat(rig.summaries().complete(request()).block(PATIENCE).text()).isEqualTo("Now.");
        assertThat(stub.requests()).hasSize(3);
        stub.answersInTurn(OVERLOADED, StubAnswer.inPieces("No", "w."));
        assertThat(rig.summaries().stream(request()).count().block(PATIENCE)).isEqualTo(3);
    }

    @Test
    void givesUpAfterSoManyAttempts() {
        stub.answers(OVERLOADED);
        assertThatThrownBy(() -> with("model.attempts=3").complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.Unavailable.class)
                .hasMessage("anthropic answers 529 overloaded_error: Overloaded");
        assertThat(stub.requests()).hasSize(3);
        assertThat(used()).isEmpty();
        assertThat(outcome("unavailable")).isEqualTo(1);
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        stub.answers(StubAnswer.error(429, "rate_limit_error", "Slow down").header("retry-after", "600"));
        assertThatThrownBy(() -> rig.summaries().complete(request()).block(PATIENCE))
                .isInstanceOfSatisfying(
                        ModelException.Unavailable.class,
                        error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void asksOnceWhatIsRefused() {
        stub.answers(StubAnswer.error(401, "authentication_error", "invalid x-api-key"));
        assertThatThrownBy(() -> rig.summaries().complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.Refused.class)
                .hasMessage("anthropic answers 401 authentication_error: invalid x-api-key");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void leavesAVendorAloneThatFailsAndTriesItAfterAWhile() {
        LanguageModel model = with(
                "model.attempts=1", "model.breaker.window=4", "model.breaker.calls=4", "model.breaker.pause=300ms");
        stub.answers(OVERLOADED);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> model.complete(request()).block(PATIENCE)).hasMessageContaining("529");
        }
        assertThatThrownBy(() -> model.complete(request()).block(PATIENCE))
                .isInstanceOfSatisfying(
                        ModelException.Unavailable.class,
                        error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofMillis(300)))
                .hasMessage("anthropic is left alone for a while: it failed too often");
        assertThat(stub.requests()).hasSize(4);
        assertThat(gauge("groupwatch.summary.model.breaker.open")).isEqualTo(1);
        stub.answers(StubAnswer.text("Well again."));
        await().ignoreException(ModelException.Unavailable.class)
                .until(() -> model.complete(request()).block(PATIENCE).text().equals("Well again."));
        assertThat(gauge("groupwatch.summary.model.breaker.open")).isZero();
    }

    @Test
    void isNotKeptFromAskingByRefusalsAndLimits() {
        LanguageModel model = with("model.attempts=1", "model.breaker.window=4", "model.breaker.calls=4");
        stub.answersInTurn(
                StubAnswer.error(400, "invalid_request_error", "No"),
                StubAnswer.error(429, "rate_limit_error", "No"),
                StubAnswer.error(400, "invalid_request_error", "No"),
                StubAnswer.error(429, "rate_limit_error", "No"),
                StubAnswer.text("Yes."));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> model.complete(request()).block(PATIENCE)).isInstanceOf(ModelException.class);
        }
        assertThat(model.complete(request()).block(PATIENCE).text()).isEqualTo("Yes.");
    }

    @Test
    void endsAnAttemptThatTakesTooLong() {
        stub.answersInTurn(StubAnswer.text("Late.").after(Duration.ofMinutes(2)), StubAnswer.text("In time."));
        LanguageModel model = with("model.time-limit=1s");
        assertThat(model.complete(request()).block(PATIENCE).text()).isEqualTo("In time.");
        // long before the client itself would give up
        await().atMost(Duration.ofSeconds(6)).until(() -> stub.abandoned() == 1);
        stub.answers(StubAnswer.text("Late.").after(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> with("model.time-limit=200ms", "model.attempts=2")
                        .complete(request())
                        .block(PATIENCE))
                .isInstanceOf(ModelException.Unavailable.class)
                .hasMessage("anthropic takes too long: no whole answer within PT0.2S");
    }

    @Test
    void countsWhatAVendorReadThatNeverAnswersAgainstTheBudget() {
        // the first call of all takes long, and is not what this is about
        stub.answers(StubAnswer.text("Hello.").tokens(0, 0));
        rig.summaries().complete(request()).block(PATIENCE);
        stub.reset();
        // twelve tokens are sent each time, by estimate
        LanguageModel model = with("model.time-limit=500ms", "model.attempts=1", "budget.daily-tokens=25");
        stub.answers(StubAnswer.text("Late.").after(Duration.ofMinutes(2)));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> model.complete(request()).block(PATIENCE))
                    .isInstanceOf(ModelException.Unavailable.class)
                    .hasMessageStartingWith("anthropic takes too long");
        }
        assertThatThrownBy(() -> model.complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.BudgetSpent.class);
        // on a busy machine one may be cut off before it is on its way
        assertThat(stub.requests()).hasSizeBetween(1, 3);
        assertThat(used()).singleElement().satisfies(usage -> {
            assertThat(usage.calls()).isEqualTo(3);
            assertThat(usage.tokens()).isEqualTo(new TokenCount(36, 0));
        });
    }

    @Test
    void countsEachAttemptThatWasCutOffAndNoneThatWasAnsweredWithAnError() {
        stub.answersInTurn(
                StubAnswer.broken(),
                OVERLOADED,
                StubAnswer.text("Late.").after(Duration.ofMinutes(2)),
                StubAnswer.text("Now.").tokens(100, 20));
        assertThat(with("model.time-limit=1s")
                        .complete(request())
                        .block(PATIENCE)
                        .text())
                .isEqualTo("Now.");
        assertThat(used())
                .singleElement()
                .satisfies(usage -> assertThat(usage.tokens()).isEqualTo(new TokenCount(12 + 12 + 100, 20)));
    }

    @Test
    void countsACallThatNobodyWaitsForAnyMore() {
        stub.answers(StubAnswer.text("Late.").after(Duration.ofMinutes(2)));
        Disposable call = rig.summaries().complete(request()).subscribe();
        await().until(() -> stub.underWay() == 1);
        call.dispose();
        await().untilAsserted(() -> assertThat(used())
                .singleElement()
                .satisfies(usage -> assertThat(usage.tokens()).isEqualTo(new TokenCount(12, 0))));
    }

    @Test
    void countsNothingWhereNobodyListens() {
        stub.close();
        assertThatThrownBy(() -> with("model.attempts=2").complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.Unavailable.class);
        assertThat(used()).isEmpty();
    }

    @Test
    void asksSoManyAtOnceAndTurnsAwayWhoWouldWaitTooLong() {
        LanguageModel model = with("model.concurrency=3", "model.queue=5");
        stub.answers(StubAnswer.text("Done.").after(Duration.ofMillis(300)));
        List<Object> ends = Flux.range(0, 10)
                .flatMap(
                        number -> model.complete(request())
                                .<Object>map(Completion::text)
                                .onErrorResume(error -> Mono.just(error.getMessage())),
                        10)
                .collectList()
                .block(PATIENCE);
        assertThat(ends).filteredOn("Done."::equals).hasSize(8);
        assertThat(ends)
                .filteredOn("Too many calls wait for a model already"::equals)
                .hasSize(2);
        assertThat(stub.peak()).isEqualTo(3);
    }

    @Test
    void waitsForItsTurnNotForEver() {
        LanguageModel model = with("model.concurrency=1", "model.queue-limit=200ms");
        stub.answers(StubAnswer.text("Slow.").after(Duration.ofMinutes(2)));
        Disposable slow = model.complete(request()).subscribe();
        await().until(() -> stub.underWay() == 1);
        assertThatThrownBy(() -> model.complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.Unavailable.class)
                .hasMessage("The call's turn did not come in time");
        stub.answers(StubAnswer.text("Quick."));
        slow.dispose();
        // its place is free again
        await().ignoreException(ModelException.Unavailable.class)
                .until(() -> model.complete(request()).block(PATIENCE).text().equals("Quick."));
        assertThat(stub.requests()).hasSize(2);
        assertThat(outcome("cancelled")).isEqualTo(1);
    }

    @Test
    void doesNotBeginAStreamAgainAndWritesDownWhatIsKnownOfIt() {
        stub.answers(StubAnswer.inPieces("Quiet day, ", "so far.")
                .tokens(500, 99)
                .failing("overloaded_error", "Overloaded"));
        StepVerifier.create(rig.summaries().stream(request()))
                .expectNextCount(2)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ModelException.Unavailable.class)
                        .hasMessage("anthropic breaks its answer off overloaded_error: Overloaded"))
                .verify(PATIENCE);
        assertThat(stub.requests()).hasSize(1);
        // what was read is told at the beginning; what was written is estimated from its 18 letters
        assertThat(used())
                .singleElement()
                .satisfies(usage -> assertThat(usage.tokens()).isEqualTo(new TokenCount(500, 8)));
    }

    @Test
    void endsAStreamThatNobodyReadsOnAndWritesDownWhatIsKnownOfIt() {
        stub.answers(StubAnswer.inPieces("Quiet day, ", "so far.").tokens(500, 99));
        stub.holdAfterFirstPiece();
        StepVerifier.create(rig.summaries().stream(request()))
                .expectNext(new Streamed.Piece("Quiet day, "))
                .thenCancel()
                .verify(PATIENCE);
        await().until(() -> stub.abandoned() == 1);
        await().untilAsserted(() -> assertThat(used())
                .singleElement()
                .satisfies(usage -> assertThat(usage.tokens()).isEqualTo(new TokenCount(500, 5))));
    }

    @Test
    void answersAlthoughTheLedgerIsAwayWhereThereIsNoBudget() {
        database.execute("ALTER TABLE ledger RENAME TO gone");
        assertThat(rig.summaries().complete(request()).block(PATIENCE).text()).isEqualTo("Hello.");
        assertThat(rig.meters()
                        .get("groupwatch.summary.model.ledger.unwritten")
                        .counter()
                        .count())
                .isEqualTo(1);
        stub.reset();
        assertThatThrownBy(() -> with("budget.daily-usd=1").complete(request()).block(PATIENCE))
                .isInstanceOf(ModelException.Unavailable.class)
                .hasMessage("The ledger does not answer, so nothing is asked");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void hasNoCostWhereNobodyKnowsThePrice() {
        assertThat(with("model.summaries=claude-unheard-of")
                        .complete(request())
                        .block(PATIENCE)
                        .cost())
                .isNull();
        assertThat(used())
                .singleElement()
                .satisfies(usage -> assertThat(usage.cost()).isNull());
        assertThat(with(
                                "model.summaries=claude-unheard-of",
                                "model.prices.claude-unheard-of.input=10",
                                "model.prices.claude-unheard-of.output=20")
                        .complete(request())
                        .block(PATIENCE)
                        .cost())
                .isEqualByComparingTo(new BigDecimal("0.0014"));
    }

    private List<Usage> used() {
        return UsedSoFar.of(rig);
    }

    private long outcome(String outcome) {
        return rig.meters()
                .get("groupwatch.summary.model.calls")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private double gauge(String name) {
        return rig.meters().get(name).gauge().value();
    }

    private static ModelRequest request() {
        return ModelRequest.of(
                Purpose.SUMMARY, GROUP, LocalDate.of(2026, 11, 28), "Sum it up.", "10:00 Ana: hello", 200, null);
    }

    private static ModelRequest question() {
        return ModelRequest.of(
                Purpose.QUESTION, null, LocalDate.of(2026, 11, 28), "Answer.", "What did Ana say?", 200, null);
    }
}
