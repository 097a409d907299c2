package groupwatch.summary.model;

import groupwatch.events.summary.TokenCount;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The meters of language models, their ledger and budget. */
@Component
public class ModelMetrics {

    static final String CALLS = "groupwatch.summary.model.calls";
    static final String RETRIES = "groupwatch.summary.model.retries";
    static final String TOKENS = "groupwatch.summary.model.tokens";
    static final String COST = "groupwatch.summary.model.cost";
    static final String BUDGET = "groupwatch.summary.model.budget.used";
    static final String UNWRITTEN = "groupwatch.summary.model.ledger.unwritten";
    static final String RUNNING = "groupwatch.summary.model.running";
    static final String QUEUE = "groupwatch.summary.model.queue";
    static final String BREAKER = "groupwatch.summary.model.breaker.open";

    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicReference<Used> used = new AtomicReference<>(new Used(0, Instant.MIN));

    private record Used(double share, Instant until) {}

    public ModelMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        Gauge.builder(BUDGET, this::budgetUsed)
                .description("Share of the day's budget that is spent, all replicas together, as last seen here")
                .register(meters);
    }

    /** A call ended: answered, truncated, declined, unavailable, refused, budget-spent, cancelled. */
    public void called(String provider, Purpose purpose, String outcome, Duration time) {
        Timer.builder(CALLS)
                .tag("provider", provider)
                .tag("purpose", purpose.word())
                .tag("outcome", outcome)
                .description("Calls of language models with their attempts and waits, by how they ended")
                .register(meters)
                .record(time);
    }

    /** An attempt failed, and the call is tried again: limited, failed, slow. */
    public void retried(String provider, String reason) {
        Counter.builder(RETRIES)
                .tag("provider", provider)
                .tag("reason", reason)
                .description("Attempts of calls that were made again")
                .register(meters)
                .increment();
    }

    public void used(String provider, Purpose purpose, TokenCount tokens, @Nullable BigDecimal cost) {
        tokens(provider, purpose, "input", tokens.input());
        tokens(provider, purpose, "output", tokens.output());
        Counter.builder(COST)
                .tag("provider", provider)
                .tag("purpose", purpose.word())
                .baseUnit("dollars")
                .description("What calls cost, as far as prices are known")
                .register(meters)
                .increment(cost == null ? 0 : cost.doubleValue());
    }

    private void tokens(String provider, Purpose purpose, String direction, long count) {
        Counter.builder(TOKENS)
                .tag("provider", provider)
                .tag("purpose", purpose.word())
                .tag("direction", direction)
                .description("Tokens that language models read (input) and wrote (output)")
                .register(meters)
                .increment(count);
    }

    /** What was used could not be written into the ledger. */
    public void unwritten() {
        Counter.builder(UNWRITTEN)
                .description("Calls whose use the ledger, and so the budget, does not know of")
                .register(meters)
                .increment();
    }

    public void budget(double share, Instant until) {
        used.set(new Used(share, until));
    }

    private double budgetUsed() {
        return clock.instant().isBefore(used.get().until()) ? used.get().share() : 0;
    }

    /** Called once for the configured provider. */
    public void watch(String provider, IntSupplier running, IntSupplier waiting, IntSupplier open) {
        Gauge.builder(RUNNING, running::getAsInt)
                .tag("provider", provider)
                .description("Calls of language models under way")
                .register(meters);
        Gauge.builder(QUEUE, waiting::getAsInt)
                .tag("provider", provider)
                .description("Calls that wait for their turn")
                .register(meters);
        Gauge.builder(BREAKER, open::getAsInt)
                .tag("provider", provider)
                .description("1 while the vendor is left alone because it failed too often")
                .register(meters);
    }
}
