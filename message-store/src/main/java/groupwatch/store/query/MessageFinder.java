package groupwatch.store.query;

import static groupwatch.kit.database.Columns.text;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.store.api.Parameters;
import groupwatch.store.message.MessageKey;
import groupwatch.store.people.PeopleRepository;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Finds a message by its id. WhatsApp's ids are unique within a chat only, so the chat may have to be told; a direct chat is
 * found by either identity of the other side.
 */
@Repository
class MessageFinder {

    /** More than can be told apart by a caller anyway. */
    private static final int MOST = 50;

    // a caller with groups of their own sees these and no direct chats
    private static final String FIND = """
            SELECT scope, id, chat FROM store.message_keys
            WHERE id = $1 AND sent_at IS NOT NULL
              AND ($2::text[] IS NULL OR chat = ANY($2))
              AND ($3::text[] IS NULL OR chat = ANY($3) AND chat LIKE '%@g.us')
            ORDER BY scope LIMIT
            """ + MOST;

    private final DatabaseClient database;
    private final PeopleRepository people;

    MessageFinder(DatabaseClient database, PeopleRepository people) {
        this.database = database;
        this.people = people;
    }

    /**
     * The one message of that id. Empty when there is none that the caller may see; 400 when there are several.
     *
     * @param chat absent when the id alone should do
     */
    Mono<MessageKey> find(String id, @Nullable String chat, Caller caller) {
        return chats(chat).flatMap(chats -> candidates(id, chats, caller)).flatMap(found -> one(found, chat));
    }

    /** Empty: any. */
    private Mono<Set<String>> chats(@Nullable String chat) {
        if (chat == null) {
            return Mono.just(Set.of());
        }
        return chat.endsWith("@g.us") ? Mono.just(Set.of(chat)) : people.identitiesOf(chat);
    }

    private Mono<List<MessageKey>> candidates(String id, Set<String> chats, Caller caller) {
        Set<String> groups = caller.groups();
        DatabaseClient.GenericExecuteSpec find = database.sql(FIND).bind(0, id);
        find = chats.isEmpty() ? find.bindNull(1, String[].class) : find.bind(1, chats.toArray(String[]::new));
        find = groups == null ? find.bindNull(2, String[].class) : find.bind(2, groups.toArray(String[]::new));
        return find.map(row -> new MessageKey(text(row, "scope"), text(row, "id")))
                .all()
                .collectList();
    }

    private static Mono<MessageKey> one(List<MessageKey> found, @Nullable String chat) {
        if (found.size() > 1) {
            return Mono.error(ambiguous(chat));
        }
        return Mono.justOrEmpty(found.stream().findFirst());
    }

    private static ProblemException ambiguous(@Nullable String chat) {
        return Parameters.bad(
                "chat",
                chat == null
                        ? "must be given: several chats have a message of this id"
                        : "does not tell the message: several linked accounts have one of this id there");
    }
}
