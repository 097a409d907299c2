package groupwatch.store.chat;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.database.Binding;
import groupwatch.kit.security.Caller;
import groupwatch.store.api.Page;
import groupwatch.store.people.PeopleRepository;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The chats of one linked account, in the order of their JIDs. A person's phone number and LID are one chat. */
@Repository
class AccountChats {

    // what a caller with groups sees of an account is that it is in one of these
    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM store.group_instances WHERE instance = $1 AND ($2::text[] IS NULL OR group_jid = ANY($2)))
                OR $2::text[] IS NULL AND (EXISTS (SELECT FROM store.accounts WHERE instance = $1)
                    OR EXISTS (SELECT FROM store.chats WHERE instance = $1)
                    OR EXISTS (SELECT FROM store.contact_accounts WHERE instance = $1)) AS known
            """;

    private static final String CHATS = """
            WITH told AS (
                SELECT chat, name, name_at, last_message_at, seen_at, deleted_at
                FROM store.chats WHERE instance = $1 AND ($2::text[] IS NULL OR chat = ANY($2) AND chat LIKE '%@g.us')
                UNION ALL
                SELECT group_jid, NULL, NULL, g.last_activity, NULL, NULL
                FROM store.group_instances JOIN store.groups g USING (group_jid)
                WHERE instance = $1 AND ($2::text[] IS NULL OR group_jid = ANY($2))
            )
            SELECT jid, max(last_message_at) AS last_activity,
                coalesce(max(deleted_at) > greatest(max(last_message_at), max(seen_at), '-infinity'), false) AS deleted,
                coalesce(
                    (SELECT a.value FROM store.group_attributes a
                     WHERE a.group_jid = jid AND a.attribute IN ('name', 'chatName') AND a.value <> ''
                     ORDER BY a.attribute DESC LIMIT 1),
                    (array_agg(name ORDER BY name_at DESC, name DESC) FILTER (WHERE name IS NOT NULL))[1]) AS name
            FROM told CROSS JOIN LATERAL (
                SELECT coalesce((SELECT max(phone) FROM store.identity_links l WHERE l.lid = chat), chat) AS jid) person
            WHERE $3::text IS NULL OR jid > $3
            GROUP BY jid ORDER BY jid LIMIT $4
            """;

    private final DatabaseClient database;
    private final PeopleRepository people;

    AccountChats(DatabaseClient database, PeopleRepository people) {
        this.database = database;
        this.people = people;
    }

    Mono<Boolean> knows(String account, Caller caller) {
        return Binding.texts(database.sql(KNOWN).bind(0, account), 1, caller.groups())
                .map(row -> value(row, "known", Boolean.class))
                .one();
    }

    /** @param after the JID after which the page begins */
    Mono<Page<AccountChat>> page(String account, @Nullable String after, int limit, Caller caller) {
        return Binding.text(Binding.texts(database.sql(CHATS).bind(0, account), 1, caller.groups()), 2, after)
                .bind(3, limit + 1)
                .map(AccountChats::chat)
                .all()
                .collectList()
                .flatMap(this::named)
                .map(chats -> Page.of(chats, limit, AccountChat::jid));
    }

    /** People by what they call themselves, before what the account's list of chats calls them. */
    private Mono<List<AccountChat>> named(List<AccountChat> chats) {
        return people.behind(chats.stream().map(AccountChat::jid).toList())
                .map(known -> chats.stream()
                        .map(chat -> chat.called(known.person(chat.jid()).name()))
                        .toList());
    }

    private static AccountChat chat(Readable row) {
        String jid = text(row, "jid");
        return new AccountChat(
                jid,
                row.get("name", String.class),
                AccountChat.Kind.of(jid),
                row.get("last_activity", Instant.class),
                value(row, "deleted", Boolean.class));
    }
}
