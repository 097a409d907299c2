package groupwatch.watchdog.link;

import groupwatch.kit.database.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What gateways told of links, until the account's watcher takes it. */
@Repository
public class Signals {

    private final DatabaseClient database;
    private final JsonMapper json;

    Signals(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param at when the gateway told it, by its clock */
    public record Waiting(long id, Instant at, Signal.Told signal) {}

    /** Once an event; of an account nobody knows it is forgotten. */
    public Mono<Void> keep(String account, String eventId, Instant at, Signal.Told signal) {
        return database.sql("""
                INSERT INTO signals (account, event_id, at, signal)
                SELECT id, $2, $3, $4::jsonb FROM accounts WHERE id = $1 FOR KEY SHARE ON CONFLICT (event_id) DO NOTHING
                """)
                .bind(0, account)
                .bind(1, eventId)
                .bind(2, at)
                .bind(3, json.writerFor(Signal.Told.class).writeValueAsString(signal))
                .then();
    }

    /** In the order in which they were told. */
    public Flux<Waiting> of(String account) {
        return database.sql(
                        "SELECT id, at, signal FROM signals WHERE account = $1 AND NOT taken ORDER BY at, id LIMIT 500")
                .bind(0, account)
                .map(row -> new Waiting(
                        Columns.value(row, "id", Long.class),
                        Columns.value(row, "at", Instant.class),
                        signal(Columns.text(row, "signal"))))
                .all();
    }

    private Signal.Told signal(String written) {
        try {
            return json.readValue(written, Signal.Told.class);
        } catch (JacksonException e) {
            return new Signal.Unreadable();
        }
    }

    public Mono<Void> taken(List<Waiting> signals) {
        return database.sql("UPDATE signals SET taken = true WHERE id = ANY ($1)")
                .bind(0, signals.stream().map(Waiting::id).toArray(Long[]::new))
                .then();
    }
}
