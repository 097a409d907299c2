package groupwatch.watchdog.order;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import groupwatch.kit.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders' rows. Whoever watches the account carries them out, one after the other. */
@Repository
public class Orders {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** One that could not be done is tried again after this time. */
    private static final Duration TAKEN_AGAIN = Duration.ofSeconds(5);

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String[] KINDS =
            Arrays.stream(OrderKind.values()).map(Orders::word).toArray(String[]::new);

    private static final String INSERT = """
            INSERT INTO orders (id, account, kind, argument, asked_at, idempotency_key) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (account, idempotency_key) DO NOTHING
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Orders(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Asks for something, and waits some seconds for what becomes of it.
     *
     * @param account one that exists
     */
    public Mono<OrderResult> place(String account, OrderKind kind, @Nullable String argument) {
        return place(account, kind, argument, null);
    }

    /**
     * Asks for something once.
     *
     * @param key the same is the same order; of an order of another kind it fails with 409
     */
    public Mono<OrderResult> place(String account, OrderKind kind, @Nullable String argument, @Nullable String key) {
        UUID id = UUID.randomUUID();
        var insert = database.sql(INSERT)
                .bind(0, id)
                .bind(1, account)
                .bind(2, word(kind))
                .bind(4, clock.instant());
        Mono<Void> inserted =
                Binding.text(Binding.text(insert, 3, argument), 5, key).then();
        return key == null
                ? inserted.then(result(id))
                : inserted.then(known(account, kind, key)).flatMap(this::result);
    }

    private Mono<UUID> known(String account, OrderKind kind, String key) {
        return database.sql("SELECT id, kind FROM orders WHERE account = $1 AND idempotency_key = $2")
                .bind(0, account)
                .bind(1, key)
                .map(row -> {
                    if (!Columns.text(row, "kind").equals(word(kind))) {
                        throw new ProblemException(
                                HttpStatus.CONFLICT,
                                "idempotency-key-reused",
                                "This Idempotency-Key was used for something else.");
                    }
                    return Columns.value(row, "id", UUID.class);
                })
                .one();
    }

    private Mono<OrderResult> result(UUID id) {
        return Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> look(id), 1)
                .filter(result -> !(result instanceof OrderResult.Waiting))
                .next()
                .timeout(PATIENCE, Mono.just(new OrderResult.Waiting()));
    }

    private Mono<OrderResult> look(UUID id) {
        return database.sql("SELECT ended_at, failure, message FROM orders WHERE id = $1")
                .bind(0, id)
                .map(Orders::ended)
                .one()
                // with its account
                .defaultIfEmpty(new OrderResult.Done());
    }

    /** The oldest that waits, and that nobody tried just now; empty when there is none. */
    public Mono<Order> next(String account) {
        return database.sql("""
                UPDATE orders SET taken_at = $2 WHERE id = (
                    SELECT id FROM orders WHERE account = $1 AND ended_at IS NULL AND kind = ANY ($3)
                        AND (taken_at IS NULL OR taken_at < $4) ORDER BY asked_at LIMIT 1)
                RETURNING id, account, kind, argument, asked_at
                """)
                .bind(0, account)
                .bind(1, clock.instant())
                .bind(2, KINDS)
                .bind(3, clock.instant().minus(TAKEN_AGAIN))
                .map(Orders::order)
                .one();
    }

    /** Whoever asked for it does not expect it any more. */
    public boolean isOld(Order order) {
        return order.askedAt().plus(GOOD_FOR).isBefore(clock.instant());
    }

    public Mono<Void> done(Order order) {
        return end(order, null, null);
    }

    public Mono<Void> failed(Order order, String code, String message) {
        return end(order, code, message);
    }

    private Mono<Void> end(Order order, @Nullable String failure, @Nullable String message) {
        var update = database.sql("""
                UPDATE orders SET ended_at = $2, failure = $3, message = $4 WHERE id = $1 AND ended_at IS NULL
                """).bind(0, order.id()).bind(1, clock.instant());
        return Binding.text(Binding.text(update, 2, failure), 3, message).then();
    }

    private static Order order(Readable row) {
        return new Order(
                Columns.value(row, "id", UUID.class),
                Columns.text(row, "account"),
                OrderKind.valueOf(Columns.text(row, "kind").toUpperCase(Locale.ROOT)),
                row.get("argument", String.class),
                Columns.value(row, "asked_at", Instant.class));
    }

    private static OrderResult ended(Readable row) {
        if (row.get("ended_at", Instant.class) == null) {
            return new OrderResult.Waiting();
        }
        String failure = row.get("failure", String.class);
        return failure == null
                ? new OrderResult.Done()
                : new OrderResult.Failed(failure, Objects.requireNonNullElse(row.get("message", String.class), ""));
    }

    private static String word(OrderKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
