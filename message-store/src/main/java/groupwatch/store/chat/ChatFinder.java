package groupwatch.store.chat;

import static groupwatch.kit.database.Columns.text;

import groupwatch.kit.database.Binding;
import groupwatch.kit.security.Caller;
import groupwatch.store.api.Parameters;
import groupwatch.store.people.PeopleRepository;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds the chat a path names, if it is known and the caller may see it. */
@Repository
public class ChatFinder {

    private static final String GROUP = """
            SELECT group_jid FROM store.groups g
            WHERE group_jid = $1 AND ($2::text IS NULL OR EXISTS (
                SELECT FROM store.group_instances i WHERE i.group_jid = g.group_jid AND i.instance = $2))
            """;

    private static final String ACCOUNTS = """
            SELECT DISTINCT instance FROM store.chats
            WHERE chat = ANY($1) AND ($2::text IS NULL OR instance = $2) ORDER BY 1 LIMIT 2
            """;

    private final DatabaseClient database;
    private final PeopleRepository people;

    ChatFinder(DatabaseClient database, PeopleRepository people) {
        this.database = database;
        this.people = people;
    }

    /**
     * Empty when there is no such chat, or not for this caller. 400 when several linked accounts have a direct chat with
     * that person and none was named: their chats never mix.
     *
     * @param jid the group's, or any identity of the other side
     * @param account the linked account that has the chat; absent: any
     */
    public Mono<Chat> find(String jid, @Nullable String account, Caller caller) {
        if (jid.endsWith("@g.us")) {
            return caller.mayRead(jid) ? group(jid, account) : Mono.empty();
        }
        return caller.groups() == null ? people.identitiesOf(jid).flatMap(jids -> direct(jids, account)) : Mono.empty();
    }

    private Mono<Chat> group(String jid, @Nullable String account) {
        return Binding.text(database.sql(GROUP).bind(0, jid), 1, account)
                .map(row -> Chat.ofGroup(text(row, "group_jid")))
                .one();
    }

    private Mono<Chat> direct(Set<String> jids, @Nullable String account) {
        return Binding.text(Binding.texts(database.sql(ACCOUNTS), 0, jids), 1, account)
                .map(row -> text(row, "instance"))
                .all()
                .collectList()
                .flatMap(accounts -> one(accounts, jids));
    }

    private static Mono<Chat> one(List<String> accounts, Set<String> jids) {
        if (accounts.size() > 1) {
            return Mono.error(
                    Parameters.bad("account", "must be given: several linked accounts have a chat with this person"));
        }
        return Mono.justOrEmpty(accounts.stream()
                .map(account -> new Chat(account, List.copyOf(jids)))
                .findFirst());
    }
}
