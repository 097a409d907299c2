package groupwatch.store.origin;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.message.Origin;
import groupwatch.store.chat.Chat;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts a chat's messages by day, account and origin, from the rows themselves: there is nothing that could be out of date. */
@Repository
class OriginCounts {

    /** A number in {@code message_sightings.origin} is the constant's place in {@link Origin}. */
    private static final String COUNT = """
            SELECT (m.sent_at AT TIME ZONE 'UTC')::date AS day, s.instance,
                count(*) FILTER (WHERE s.origin = %d) AS webhook,
                count(*) FILTER (WHERE s.origin = %d) AS history,
                count(*) FILTER (WHERE s.origin = %d) AS resync,
                count(*) FILTER (WHERE s.origin = %d) AS imported
            FROM store.messages m JOIN store.message_sightings s ON s.scope = m.scope AND s.id = m.id
            WHERE m.chat = ANY($1) AND m.scope = $2 AND m.sent_at >= $3 AND m.sent_at < $4
            GROUP BY 1, 2 ORDER BY 1, 2
            """.formatted(
            Origin.WEBHOOK.ordinal(), Origin.HISTORY.ordinal(), Origin.RESYNC.ordinal(), Origin.IMPORT.ordinal());

    private final DatabaseClient database;

    OriginCounts(DatabaseClient database) {
        this.database = database;
    }

    /** By day, then by account; without days on which there was nothing. */
    Mono<List<Origins>> count(Chat chat, OriginDays days) {
        return database.sql(COUNT)
                .bind(0, chat.jids().toArray(String[]::new))
                .bind(1, chat.scope())
                .bind(2, days.begins())
                .bind(3, days.ends())
                .map(OriginCounts::origins)
                .all()
                .collectList();
    }

    private static Origins origins(Readable row) {
        return new Origins(
                value(row, "day", LocalDate.class),
                text(row, "instance"),
                value(row, "webhook", Long.class),
                value(row, "history", Long.class),
                value(row, "resync", Long.class),
                value(row, "imported", Long.class));
    }
}
