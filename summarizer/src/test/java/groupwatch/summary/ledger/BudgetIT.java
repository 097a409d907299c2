package groupwatch.summary.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.summary.ledger.BudgetState.Level;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.AnthropicStub;
import groupwatch.summary.testing.ModelRig;
import groupwatch.summary.testing.StubAnswer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WithPostgres
class BudgetIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AnthropicStub stub = new AnthropicStub();
    private final TestDatabase database = ModelRig.database();

    private ModelRig rig(String... budget) {
        return ModelRig.at(
                stub,
                database,
                Stream.of(budget)
                        .map(property -> "groupwatch.summary.budget." + property)
                        .toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void asksNobodyWhenTheDaysDollarsAreSpentAndAgainTheNextDay() {
        // a dollar each
        stub.answers(StubAnswer.text("Done.").tokens(1_000_000, 0));
        try (ModelRig rig = rig("daily-usd=2")) {
            assertThat(state(rig)).returns(Level.OK, BudgetState::level);
            ask(rig);
            assertThat(state(rig)).returns(Level.OK, BudgetState::level);
            ask(rig);
            BudgetState spent = state(rig);
            assertThat(spent.level()).isEqualTo(Level.SPENT);
            assertThat(spent.spentUsd()).isEqualByComparingTo("2");
            assertThat(spent.spentTokens()).isEqualTo(2_000_000);
            assertThat(spent.resetsAt()).isAfter(rig.clock().instant());
            assertThatThrownBy(() -> ask(rig))
                    .isInstanceOfSatisfying(
                            ModelException.BudgetSpent.class,
                            error -> assertThat(rig.clock().instant().plus(error.untilTomorrow()))
                                    .isBetween(
                                            spent.resetsAt().minusSeconds(1),
                                            spent.resetsAt().plusSeconds(1)));
            assertThatThrownBy(() -> rig.questions().stream(request()).blockLast(PATIENCE))
                    .isInstanceOf(ModelException.BudgetSpent.class);
            assertThat(stub.requests()).hasSize(2);
            rig.clock().advance(Duration.ofDays(1));
            assertThat(state(rig)).returns(Level.OK, BudgetState::level);
            assertThat(ask(rig).text()).isEqualTo("Done.");
        }
    }

    @Test
    void countsWhatAllReplicasSpend() {
        stub.answers(StubAnswer.text("Done.").tokens(900, 100));
        try (ModelRig one = rig("daily-tokens=1500");
                ModelRig other = rig("daily-tokens=1500")) {
            ask(one);
            ask(other);
            assertThat(state(one)).returns(2000L, BudgetState::spentTokens);
            assertThatThrownBy(() -> ask(one)).isInstanceOf(ModelException.BudgetSpent.class);
            assertThatThrownBy(() -> ask(other)).isInstanceOf(ModelException.BudgetSpent.class);
            assertThat(stub.requests()).hasSize(2);
        }
    }

    @Test
    void addsTheCallsOfAllReplicasUp() {
        stub.answers(StubAnswer.text("Done.").tokens(10, 1));
        try (ModelRig one = rig();
                ModelRig other = rig()) {
            Flux.range(0, 40)
                    .flatMap(
                            number ->
                                    (number % 2 == 0 ? one : other).summaries().complete(request()),
                            8)
                    .blockLast(PATIENCE);
            List<Usage> used = UsedSoFar.of(one);
            assertThat(used).singleElement().satisfies(usage -> {
                assertThat(usage.calls()).isEqualTo(40);
                assertThat(usage.tokens().input()).isEqualTo(400);
                assertThat(usage.tokens().output()).isEqualTo(40);
            });
        }
    }

    @Test
    void spendsLittleMoreThanThereIsWhenManyAskAtOnce() {
        // each may use 200 and what it reads
        stub.answers(StubAnswer.text("Done.").tokens(50, 200).after(Duration.ofMillis(300)));
        try (ModelRig rig = rig("daily-tokens=500")) {
            List<Object> ends = Flux.range(0, 20)
                    .flatMap(
                            number -> rig.summaries()
                                    .complete(request())
                                    .<Object>map(Completion::text)
                                    .onErrorResume(error -> Mono.just(error.getMessage())),
                            20)
                    .collectList()
                    .block(PATIENCE);
            assertThat(ends).contains("Calls under way may need what is left of the day's budget");
            assertThat(stub.requests()).hasSizeLessThanOrEqualTo(3);
            assertThat(state(rig).spentTokens()).isLessThanOrEqualTo(750);
            // what they held is given back
            rig.clock().advance(Duration.ofDays(1));
            assertThat(ask(rig).text()).isEqualTo("Done.");
        }
    }

    @Test
    void warnsOnceADay() {
        Logger logger = (Logger) LoggerFactory.getLogger(Budget.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        stub.answers(StubAnswer.text("Done.").tokens(100, 0));
        try (ModelRig rig = rig("daily-tokens=1000", "warn-at=0.2")) {
            ask(rig);
            assertThat(logged.list).isEmpty();
            for (int i = 0; i < 3; i++) {
                ask(rig);
            }
            assertThat(state(rig)).returns(Level.WARNED, BudgetState::level);
            assertThat(logged.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("Most of the day's budget is spent");
            assertThat(rig.meters()
                            .get("groupwatch.summary.model.budget.used")
                            .gauge()
                            .value())
                    .isEqualTo(0.4);
            rig.clock().advance(Duration.ofDays(1));
            assertThat(rig.meters()
                            .get("groupwatch.summary.model.budget.used")
                            .gauge()
                            .value())
                    .isZero();
        } finally {
            logger.detachAppender(logged);
        }
    }

    private static Completion ask(ModelRig rig) {
        return rig.summaries().complete(request()).block(PATIENCE);
    }

    private static BudgetState state(ModelRig rig) {
        return rig.get(Budget.class).state().block(PATIENCE);
    }

    private static ModelRequest request() {
        return ModelRequest.of(
                Purpose.SUMMARY, "1@g.us", LocalDate.of(2026, 11, 28), "Sum it up.", "10:00 Ana: hello", 200, null);
    }
}
