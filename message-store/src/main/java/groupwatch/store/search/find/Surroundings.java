package groupwatch.store.search.find;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.message.Message;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The messages around hits, in their chats. Reactions and votes are with the messages they belong to. */
@Repository
class Surroundings {

    private static final String SIDE = """
            (SELECT %1$s AS earlier, m.scope, m.id, m.sent_at FROM store.messages m
             WHERE m.chat = k.chat AND m.scope = k.scope AND m.type NOT IN ('reaction', 'poll_vote')
                AND (m.sent_at, m.id) %2$s (k.sent_at, k.id)
             ORDER BY m.sent_at %3$s, m.id %3$s LIMIT $3)""";

    private static final String AROUND =
            """
            SELECT k.scope AS hit_scope, k.id AS hit_id, c.earlier, c.scope, c.id
            FROM unnest($1::text[], $2::text[]) AS wanted(scope, id)
                JOIN store.message_keys k USING (scope, id)
                CROSS JOIN LATERAL (%s UNION ALL %s) c
            ORDER BY c.sent_at, c.id
            """.formatted(SIDE.formatted("true", "<", "DESC"), SIDE.formatted("false", ">", "ASC"));

    private final DatabaseClient database;
    private final MessageLoader loader;

    Surroundings(DatabaseClient database, MessageLoader loader) {
        this.database = database;
        this.loader = loader;
    }

    /** What is around one hit, oldest first. */
    record Around(List<Message> before, List<Message> after) {

        static final Around NOTHING = new Around(List.of(), List.of());
    }

    private record Neighbour(MessageKey hit, boolean earlier, MessageKey key) {}

    /** @param count messages on either side of each; none: nothing is read */
    Mono<Map<MessageKey, Around>> of(Collection<MessageKey> hits, int count) {
        if (hits.isEmpty() || count == 0) {
            return Mono.just(Map.of());
        }
        return database.sql(AROUND)
                .bind(0, hits.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, hits.stream().map(MessageKey::id).toArray(String[]::new))
                .bind(2, count)
                .map(row -> new Neighbour(
                        new MessageKey(text(row, "hit_scope"), text(row, "hit_id")),
                        value(row, "earlier", Boolean.class),
                        new MessageKey(text(row, "scope"), text(row, "id"))))
                .all()
                .collectList()
                .flatMap(this::loaded);
    }

    private Mono<Map<MessageKey, Around>> loaded(List<Neighbour> neighbours) {
        Set<MessageKey> keys = new LinkedHashSet<>();
        neighbours.forEach(neighbour -> keys.add(neighbour.key()));
        return keys.isEmpty() ? Mono.just(Map.of()) : loader.load(keys).map(messages -> around(neighbours, messages));
    }

    private static Map<MessageKey, Around> around(List<Neighbour> neighbours, Map<MessageKey, Message> messages) {
        Map<MessageKey, Around> around = new TreeMap<>();
        neighbours.stream()
                .filter(neighbour -> messages.containsKey(neighbour.key()))
                .forEach(neighbour -> {
                    Around hit = around.computeIfAbsent(
                            neighbour.hit(), any -> new Around(new ArrayList<>(), new ArrayList<>()));
                    (neighbour.earlier() ? hit.before() : hit.after())
                            .add(Objects.requireNonNull(messages.get(neighbour.key())));
                });
        return around;
    }
}
