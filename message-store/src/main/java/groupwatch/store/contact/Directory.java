package groupwatch.store.contact;

import static groupwatch.kit.database.Columns.text;

import groupwatch.kit.database.Binding;
import groupwatch.kit.security.Caller;
import groupwatch.store.api.JidCursor;
import groupwatch.store.api.Page;
import groupwatch.store.people.PeopleRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Contacts in the order of their JIDs, walked along indexes: a page looks at 5,000 of them at most, so a rare name in a
 * large directory may give a page that is not full, or even empty, and still has a next one.
 */
@Repository
class Directory {

    private static final int MOST_LOOKED_AT = 5_000;

    // a LID that is linked to a number is known by that number; of several numbers the greatest stands for the person
    private static final String STEP = """
            WITH seen AS NOT MATERIALIZED (
                SELECT c.jid AS identity FROM store.contacts c
                WHERE $2::text[] IS NULL AND ($3::text IS NULL OR EXISTS (
                    SELECT FROM store.contact_accounts a WHERE a.instance = $3 AND a.jid = c.jid))
                UNION ALL
                SELECT c.chat FROM store.chats c
                WHERE $2::text[] IS NULL AND ($3::text IS NULL OR c.instance = $3)
                UNION ALL
                SELECT p.identity FROM store.group_participants p
                WHERE ($2::text[] IS NULL OR p.group_jid = ANY($2)) AND ($3::text IS NULL OR EXISTS (
                    SELECT FROM store.group_instances i WHERE i.group_jid = p.group_jid AND i.instance = $3))
            )
            SELECT jid, (
                SELECT a.value FROM store.group_attributes a
                WHERE a.group_jid = jid AND a.attribute IN ('name', 'chatName') AND a.value <> ''
                ORDER BY a.attribute DESC LIMIT 1) AS name
            FROM (
                (SELECT DISTINCT s.identity AS jid FROM seen s
                 WHERE $4 AND s.identity > $1 AND split_part(s.identity, '@', 2) NOT IN ('g.us', 'broadcast', 'newsletter')
                   AND NOT EXISTS (SELECT FROM store.identity_links l WHERE l.lid = s.identity)
                 ORDER BY 1 LIMIT $6)
                UNION
                (SELECT DISTINCT l.phone FROM store.identity_links l
                 WHERE $4 AND l.phone > $1 AND EXISTS (SELECT FROM seen s WHERE s.identity = l.lid)
                   AND NOT EXISTS (SELECT FROM store.identity_links o WHERE o.lid = l.lid AND o.phone > l.phone)
                 ORDER BY 1 LIMIT $6)
                UNION
                (SELECT g.group_jid FROM store.groups g
                 WHERE $5 AND g.group_jid > $1 AND ($2::text[] IS NULL OR g.group_jid = ANY($2))
                   AND ($3::text IS NULL OR EXISTS (
                       SELECT FROM store.group_instances i WHERE i.group_jid = g.group_jid AND i.instance = $3))
                 ORDER BY 1 LIMIT $6)) known
            ORDER BY jid LIMIT $6
            """;

    /** What a step finds; the name only of groups. */
    private record Line(String jid, @Nullable String name) {

        boolean isGroup() {
            return jid.endsWith("@g.us");
        }
    }

    private final DatabaseClient database;
    private final PeopleRepository people;
    private final Pictures pictures;

    Directory(DatabaseClient database, PeopleRepository people, Pictures pictures) {
        this.database = database;
        this.people = people;
        this.pictures = pictures;
    }

    Mono<Page<Contact>> page(ContactQuery query, Caller caller) {
        int size = query.words() == null ? query.limit() + 1 : MOST_LOOKED_AT;
        return step(query, caller, size).flatMap(lines -> contacts(lines).map(contacts -> page(contacts, query, size)));
    }

    private static Page<Contact> page(List<Contact> lookedAt, ContactQuery query, int size) {
        List<Contact> found = lookedAt.stream().filter(query::matches).toList();
        Page<Contact> page = Page.of(found, query.limit(), Contact::jid);
        boolean more = page.next() == null && lookedAt.size() == size;
        return more ? new Page<>(found, JidCursor.after(lookedAt.getLast().jid())) : page;
    }

    private Mono<List<Line>> step(ContactQuery query, Caller caller, int size) {
        String after = query.after();
        return Binding.text(
                        Binding.texts(database.sql(STEP).bind(0, after == null ? "" : after), 1, caller.groups()),
                        2,
                        query.account())
                .bind(3, query.wants(ContactType.INDIVIDUAL))
                .bind(4, query.wants(ContactType.GROUP))
                .bind(5, size)
                .map(row -> new Line(text(row, "jid"), row.get("name", String.class)))
                .all()
                .collectList();
    }

    private Mono<List<Contact>> contacts(List<Line> lines) {
        List<String> jids =
                lines.stream().filter(line -> !line.isGroup()).map(Line::jid).toList();
        return people.behind(jids)
                .flatMap(known -> pictures.of(jids, known)
                        .map(found -> lines.stream()
                                .map(line -> line.isGroup()
                                        ? Contact.group(line.jid(), line.name())
                                        : Contact.individual(line.jid(), known, found.get(line.jid())))
                                .toList()));
    }
}
