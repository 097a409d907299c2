package groupwatch.report.alert;

import static groupwatch.kit.database.Columns.text;

import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.LinkAlert.Kind;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code alerts} and {@code alert_mails}. */
@Repository
class AlertMailRows {

    private final DatabaseClient database;
    private final JsonMapper json;

    AlertMailRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Once; emits whether it is new. */
    Mono<Boolean> add(String outage, LinkAlert alert) {
        return database.sql(
                        "INSERT INTO alerts (outage_id, kind, content, made_at) VALUES ($1, $2, $3::jsonb, $4) ON CONFLICT DO NOTHING")
                .bind(0, outage)
                .bind(1, alert.kind().word())
                .bind(2, json.writeValueAsString(alert))
                .bind(3, alert.madeAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> add(String outage, Kind kind, Collection<String> recipients, MailState state, Instant now) {
        return database.sql("""
                INSERT INTO alert_mails (outage_id, kind, recipient, state, ended_at)
                SELECT :outage, :kind, unnest(CAST(:recipients AS text[])), :state, :ended ON CONFLICT DO NOTHING
                """)
                .bind("outage", outage)
                .bind("kind", kind.word())
                .bind("recipients", recipients.toArray(String[]::new))
                .bind("state", state.word())
                .bind("ended", Parameter.fromOrEmpty(state == MailState.WAITING ? null : now, Instant.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Who was told, or was not to be: the recipients of one kind. */
    Flux<String> recipients(String outage, Kind kind) {
        return database.sql("SELECT recipient FROM alert_mails WHERE outage_id = $1 AND kind = $2 ORDER BY recipient")
                .bind(0, outage)
                .bind(1, kind.word())
                .map(row -> text(row, "recipient"))
                .all();
    }

    /** Empty when there is no such mail. */
    Mono<MailState> state(AlertOrder order, Kind kind) {
        return database.sql("SELECT state FROM alert_mails WHERE outage_id = $1 AND kind = $2 AND recipient = $3")
                .bind(0, order.outage())
                .bind(1, kind.word())
                .bind(2, order.recipient())
                .map(row -> MailState.of(text(row, "state")))
                .one();
    }

    /** What a mail says; empty when it has ended, or its account is none any more. */
    Mono<LinkAlert> open(AlertOrder order) {
        return database.sql("""
                SELECT a.content FROM alerts a JOIN alert_mails m USING (outage_id, kind) JOIN outages o ON o.id = a.outage_id
                WHERE a.outage_id = $1 AND a.kind = $2 AND m.recipient = $3 AND m.ended_at IS NULL AND NOT o.removed
                """)
                .bind(0, order.outage())
                .bind(1, order.kind().word())
                .bind(2, order.recipient())
                .map(row -> json.readValue(text(row, "content"), LinkAlert.class))
                .one();
    }

    /** Where it stands after an attempt. Emits whether this has ended it. */
    Mono<Boolean> settle(AlertOrder order, MailState state, int attempts, @Nullable String said, Instant now) {
        return database.sql("""
                UPDATE alert_mails SET state = :state, attempts = attempts + :attempts, said = COALESCE(:said, said), ended_at = :ended
                WHERE outage_id = :outage AND kind = :kind AND recipient = :recipient AND ended_at IS NULL
                """)
                .bind("outage", order.outage())
                .bind("kind", order.kind().word())
                .bind("recipient", order.recipient())
                .bind("state", state.word())
                .bind("attempts", attempts)
                .bind("said", Parameter.fromOrEmpty(said, String.class))
                .bind("ended", Parameter.fromOrEmpty(state == MailState.WAITING ? null : now, Instant.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0 && state != MailState.WAITING);
    }
}
