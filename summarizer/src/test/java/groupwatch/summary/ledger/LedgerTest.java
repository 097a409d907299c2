package groupwatch.summary.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the ledger does when its database does not do what it should. */
class LedgerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Usage> written = new ArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger().addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(logged);
    }

    @Test
    void doesNotTakeALookAtTheBudgetThatFailsForALossOfWhatWasUsed() {
        StepVerifier.create(record(Mono.empty(), Mono.error(new R2dbcNonTransientResourceException("away"))))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(written).hasSize(1);
        assertThat(meters.find("groupwatch.summary.model.ledger.unwritten").counter())
                .isNull();
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("How much of the budget is spent could not be looked at after a call");
    }

    @Test
    void doesNotWaitForEverForALookAtTheBudget() {
        StepVerifier.withVirtualTime(() -> record(Mono.empty(), Mono.never()))
                .thenAwait(Duration.ofSeconds(11))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(written).hasSize(1);
    }

    @Test
    void saysWhatCouldNotBeWritten() {
        StepVerifier.withVirtualTime(() ->
                        record(Mono.error(new R2dbcNonTransientResourceException("away")), Mono.just(Spent.NOTHING)))
                .thenAwait(Duration.ofSeconds(11))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(meters.get("groupwatch.summary.model.ledger.unwritten")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "What a call used could not be written into the ledger; the budget does not know of it");
    }

    private Mono<Void> record(Mono<Void> adding, Mono<Spent> looking) {
        LedgerRows rows =
                new LedgerRows(
                        DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://nobody@localhost:1/none"))) {
                    @Override
                    Mono<Void> add(Usage usage) {
                        written.add(usage);
                        return adding;
                    }

                    @Override
                    Mono<Spent> spent(LocalDate day) {
                        return looking;
                    }
                };
        Clock clock = Clock.systemUTC();
        BudgetSettings settings = Settings.budget("daily-usd", "1");
        ModelMetrics metrics = new ModelMetrics(meters, clock);
        Budget budget = new Budget(rows, new Prices(Settings.model("key", "k"), settings), settings, metrics, clock);
        ModelRequest request =
                ModelRequest.of(Purpose.SUMMARY, "1@g.us", LocalDate.of(2026, 11, 28), "System.", "User.", 100, null);
        return new Ledger(rows, budget, metrics, settings, clock)
                .record("anthropic", "claude-sonnet-5", request, new TokenCount(10, 1), null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Ledger.class);
    }
}
