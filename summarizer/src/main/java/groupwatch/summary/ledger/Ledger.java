package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What language models were used for. */
@Component
public class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Retry AGAIN = Retry.backoff(3, Duration.ofMillis(200));

    private final LedgerRows rows;
    private final Budget budget;
    private final ModelMetrics metrics;
    private final BudgetSettings settings;
    private final Clock clock;

    Ledger(LedgerRows rows, Budget budget, ModelMetrics metrics, BudgetSettings settings, Clock clock) {
        this.rows = rows;
        this.budget = budget;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes down what a call used. Never fails: an answer that is paid for is not lost because it could not be written down, which is an error in
     * the log and a meter.
     *
     * @param cost absent where the price is not known
     */
    public Mono<Void> record(
            String provider, String model, ModelRequest request, TokenCount tokens, @Nullable BigDecimal cost) {
        return Mono.defer(() -> rows.add(new Usage(
                        LocalDate.now(clock.withZone(settings.zone())),
                        request.group(),
                        request.purpose(),
                        provider,
                        model,
                        1,
                        tokens,
                        cost)))
                // once more also where only the word that it was done is lost: a call then counts twice, which is the
                // safe side of a budget
                .retryWhen(AGAIN)
                .timeout(PATIENCE)
                .onErrorResume(error -> lost(model, tokens, error))
                .then(Mono.defer(this::watched));
    }

    /** A look that fails is made up for by the next call. */
    private Mono<Void> watched() {
        return budget.watch()
                .timeout(PATIENCE)
                .doOnError(error -> log.atWarn()
                        .setCause(error)
                        .log("How much of the budget is spent could not be looked at after a call"))
                .onErrorComplete();
    }

    private Mono<Void> lost(String model, TokenCount tokens, Throwable error) {
        metrics.unwritten();
        log.atError()
                .addKeyValue("model", model)
                .addKeyValue("inputTokens", tokens.input())
                .addKeyValue("outputTokens", tokens.output())
                .setCause(error)
                .log("What a call used could not be written into the ledger; the budget does not know of it");
        return Mono.empty();
    }
}
