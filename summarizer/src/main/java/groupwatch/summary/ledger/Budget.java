package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.ledger.BudgetState.Level;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelMetrics;
import groupwatch.summary.model.ModelRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The day's budget of all replicas together, as the ledger in the database has it. */
@Component
public class Budget {

    private static final Logger log = LoggerFactory.getLogger(Budget.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Until calls under way are over, about. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LedgerRows rows;
    private final Prices prices;
    private final BudgetSettings settings;
    private final ModelMetrics metrics;
    private final Clock clock;

    /** What calls of this process that are under way will cost at most. */
    private final AtomicReference<Spent> reserved = new AtomicReference<>(Spent.NOTHING);

    private final AtomicReference<Told> told = new AtomicReference<>(new Told(LocalDate.MIN, Level.OK));

    /** The last thing said about a day. */
    private record Told(LocalDate day, Level level) {}

    Budget(LedgerRows rows, Prices prices, BudgetSettings settings, ModelMetrics metrics, Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Mono<BudgetState> state() {
        return Mono.defer(() -> rows.spent(today()).map(spent -> BudgetState.of(settings, spent, resetsAt())));
    }

    /**
     * A part of the budget for one call, to be given back after what it used is in the ledger. Calls that are under way together thus spend not much
     * more than there is; replicas do not know of each other's.
     *
     * <p>Errors: {@link ModelException.BudgetSpent}; {@link ModelException.Unavailable} when calls under way may need all that is left, or the
     * ledger does not answer.
     */
    public Mono<Reservation> reserve(String provider, String model, ModelRequest request) {
        return Mono.defer(() -> {
            if (settings.unlimited()) {
                return Mono.just(new Reservation(Spent.NOTHING));
            }
            TokenCount most = Estimate.most(request);
            Spent own = Spent.of(prices.cost(provider, model, most), most);
            // first this, then the rows: a call that ends in between is in one of both
            Spent others = reserved.getAndUpdate(all -> all.plus(own));
            Reservation reservation = new Reservation(own);
            return rows.spent(today())
                    .timeout(PATIENCE)
                    .onErrorMap(error -> new ModelException.Unavailable(
                            "The ledger does not answer, so nothing is asked", SOON, error))
                    .flatMap(spent -> admitted(spent, others))
                    .thenReturn(reservation)
                    .doOnError(error -> reservation.release())
                    .doOnCancel(reservation::release);
        });
    }

    private Mono<Void> admitted(Spent spent, Spent others) {
        BudgetState state = told(spent);
        if (state.level() == Level.SPENT) {
            return Mono.error(new ModelException.BudgetSpent(
                    "The budget of the day is spent", Duration.between(clock.instant(), state.resetsAt())));
        }
        return BudgetState.share(settings, spent.plus(others)) >= 1
                ? Mono.error(new ModelException.Unavailable(
                        "Calls under way may need what is left of the day's budget", SOON, null))
                : Mono.empty();
    }

    /** Looks at what is spent, and says so when it is much. */
    Mono<Void> watch() {
        return settings.unlimited()
                ? Mono.empty()
                : rows.spent(today()).doOnNext(this::told).then();
    }

    /** Each level is told once a day. */
    private BudgetState told(Spent spent) {
        BudgetState state = BudgetState.of(settings, spent, resetsAt());
        metrics.budget(BudgetState.share(settings, spent), state.resetsAt());
        Told now = new Told(today(), state.level());
        Told before = told.getAndSet(now);
        boolean more = !before.day().equals(now.day()) || before.level().compareTo(now.level()) < 0;
        if (now.level() != Level.OK && more) {
            log.atWarn()
                    .addKeyValue("spentUsd", state.spentUsd())
                    .addKeyValue("spentTokens", state.spentTokens())
                    .addKeyValue("resetsAt", state.resetsAt())
                    .log(
                            now.level() == Level.SPENT
                                    ? "The budget of the day is spent: no model is asked until it begins anew"
                                    : "Most of the day's budget is spent");
        }
        return state;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(settings.zone()));
    }

    private Instant resetsAt() {
        return today().plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }

    /** A part of the budget that is held. */
    public final class Reservation {

        private final AtomicReference<Spent> held;

        private Reservation(Spent own) {
            this.held = new AtomicReference<>(own);
        }

        /** Gives it back; once more changes nothing. */
        public void release() {
            Spent own = held.getAndSet(Spent.NOTHING);
            reserved.updateAndGet(all -> all.minus(own));
        }
    }
}
