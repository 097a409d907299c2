package groupwatch.store.query;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.database.Binding;
import groupwatch.store.api.Cursor;
import groupwatch.store.message.MessageKey;
import groupwatch.store.query.Spans.Span;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/**
 * A walk over messages in the order of time, from a place on into one direction, fetched step by step as it is asked for.
 *
 * @param people all identities of the sender that is wanted; absent: everybody
 * @param oldestFirst towards newer ones
 * @param start absent: from the far end
 * @param stepSize rows fetched at once
 */
record Walk(
        DatabaseClient database,
        Lanes lanes,
        MessageFilter filter,
        @Nullable Set<String> people,
        boolean oldestFirst,
        @Nullable Cursor start,
        int stepSize) {

    /** A message on the way. */
    record Row(MessageKey key, Instant sentAt, boolean wanted) {

        Cursor cursor() {
            return new Cursor(sentAt, key.id(), key.scope(), false, false);
        }
    }

    private static final String STEP = """
            SELECT step.scope, step.id, step.sent_at, step.wanted
            FROM unnest($1::text[]) AS lane(key) CROSS JOIN LATERAL (
                SELECT m.scope, m.id, m.sent_at,
                    ($8::text[] IS NULL OR m.type = ANY($8))
                    AND ($9::text[] IS NULL OR %1$s)
                    AND ($10::text IS NULL OR EXISTS (SELECT FROM store.message_sightings s
                        WHERE s.scope = m.scope AND s.id = m.id AND s.instance = $10)) AS wanted
                FROM store.messages m
                WHERE %2$s AND m.sent_at >= $3 AND m.sent_at < $4 AND (m.sent_at, m.id, m.scope) %3$s ($5, $6, $7)
                  AND ($11 OR (m.sent_at, m.id, m.scope) <> ($5, $6, $7))
                ORDER BY m.sent_at %4$s, m.id %4$s, m.scope %4$s LIMIT $12) step
            ORDER BY step.sent_at %4$s, step.id %4$s, step.scope %4$s LIMIT $12
            """;

    /** The rows of these spans, one span at a time: the next is often not needed. */
    Flux<Row> over(Iterable<Span> spans) {
        return Flux.fromIterable(spans).concatMap(span -> from(start, span), 0);
    }

    private Flux<Row> from(@Nullable Cursor place, Span span) {
        return step(place, span).collectList().flatMapMany(rows -> {
            Flux<Row> step = Flux.fromIterable(rows);
            return rows.size() < stepSize
                    ? step
                    : step.concatWith(Flux.defer(() -> from(rows.getLast().cursor(), span)));
        });
    }

    private Flux<Row> step(@Nullable Cursor place, Span span) {
        // no id is empty, so this lies before the first message of the span, or after the last
        Cursor edge = place != null ? place : Cursor.at(oldestFirst ? span.from() : span.to());
        GenericExecuteSpec statement = Binding.texts(database.sql(sql()), 0, lanes.keys());
        statement = lanes.within(statement, 1)
                .bind(2, span.from())
                .bind(3, span.to())
                .bind(4, edge.sentAt())
                .bind(5, edge.id())
                .bind(6, edge.scope())
                .bind(10, edge.inclusive())
                .bind(11, stepSize);
        statement = Binding.texts(statement, 7, filter.types().isEmpty() ? null : filter.types());
        return Binding.text(Binding.texts(statement, 8, people), 9, filter.account())
                .map(row -> new Row(
                        new MessageKey(text(row, "scope"), text(row, "id")),
                        value(row, "sent_at", Instant.class),
                        value(row, "wanted", Boolean.class)))
                .all();
    }

    private String sql() {
        return STEP.formatted(lanes.from(), lanes.rows(), oldestFirst ? ">=" : "<=", oldestFirst ? "ASC" : "DESC");
    }
}
