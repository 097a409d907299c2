package groupwatch.store.export;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.database.Binding;
import groupwatch.store.chat.Chat;
import groupwatch.store.message.MessageKey;
import groupwatch.store.query.Lanes;
import groupwatch.store.query.MessageFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The steps of a walk along the index of (chat, time, id): each is as cheap at the far end of a chat as at the near one. */
@Repository
class RowSteps {

    // a direct chat's rows lie under two identities: the index is walked once for each, and the two are merged.
    // IS NOT DISTINCT FROM: no index by scope may tempt the planner, that one has no order
    private static final String STEP = """
            SELECT one.* FROM unnest($1::text[]) AS under(chat) CROSS JOIN LATERAL (
                SELECT m.scope, m.id, m.sent_at,
                    coalesce(octet_length(m.text), 0) + pg_column_size(m.content)::bigint AS size,
                    ($7::text[] IS NULL OR m.type = ANY($7)) AND
                    ($9::text[] IS NULL OR %3$s) AND
                    ($10::text IS NULL OR EXISTS (SELECT FROM store.message_sightings s
                        WHERE s.scope = m.scope AND s.id = m.id AND s.instance = $10)) AS wanted
                FROM store.messages m
                WHERE m.chat = under.chat AND m.scope IS NOT DISTINCT FROM $2
                  AND m.sent_at >= $3 AND m.sent_at < $4 AND (m.sent_at, m.id) %1$s ($5, $6)
                ORDER BY m.sent_at %2$s, m.id %2$s LIMIT $8) one
            ORDER BY one.sent_at %2$s, one.id %2$s LIMIT $8
            """;

    private static final String NEWEST_FIRST = STEP.formatted("<", "DESC", Lanes.SENT_BY);
    private static final String OLDEST_FIRST = STEP.formatted(">", "ASC", Lanes.SENT_BY);

    private final DatabaseClient database;

    RowSteps(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The rows behind this place, in its order, of its span alone.
     *
     * @param senders every identity of the filter's sender; empty: all
     */
    Mono<List<Row>> next(Chat chat, MessageFilter filter, Set<String> senders, Place place, int size) {
        GenericExecuteSpec step = database.sql(place.isOldestFirst() ? OLDEST_FIRST : NEWEST_FIRST)
                .bind(0, chat.jids().toArray(String[]::new))
                .bind(1, chat.scope())
                .bind(2, place.span().from())
                .bind(3, place.span().to())
                .bind(4, place.afterTime())
                .bind(5, place.afterId())
                .bind(7, size);
        step = Binding.texts(Binding.texts(step, 6, orAny(filter.types())), 8, orAny(senders));
        return Binding.text(step, 9, filter.account())
                .map(row -> new Row(
                        new MessageKey(text(row, "scope"), text(row, "id")),
                        value(row, "sent_at", Instant.class),
                        value(row, "size", Long.class),
                        value(row, "wanted", Boolean.class)))
                .all()
                .collectList();
    }

    private static @Nullable Set<String> orAny(Set<String> words) {
        return words.isEmpty() ? null : words;
    }
}
