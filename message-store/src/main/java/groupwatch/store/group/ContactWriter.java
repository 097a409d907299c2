package groupwatch.store.group;

import static java.util.Objects.requireNonNullElse;

import groupwatch.events.observed.ContactSeen;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import groupwatch.store.receive.Received;
import groupwatch.store.receive.StorableTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes contacts: name and picture, each the newest by (time, value), and which linked account told of them. Contacts name the people of groups, so they are
 * kept whether or not direct chats are. A contact that is a group is left out: the gateway gives it the name of whoever
 * spoke last.
 */
@Component
@Order(GroupWriter.ORDER + 1)
class ContactWriter implements FactWriter {

    private static final String CONTACTS = """
            INSERT INTO store.contacts AS c (jid, name, name_at, picture, picture_at)
            SELECT jid, name, CASE WHEN name IS NOT NULL THEN at END, picture, CASE WHEN picture IS NOT NULL THEN picture_at END
            FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[], $4::text[], $5::text[]::timestamptz[])
                AS u (jid, name, at, picture, picture_at)
            ON CONFLICT (jid) DO UPDATE SET
                (name, name_at) = (SELECT n, a FROM (VALUES (c.name, c.name_at), (excluded.name, excluded.name_at)) v (n, a)
                                   ORDER BY a DESC NULLS LAST, n DESC NULLS LAST LIMIT 1),
                (picture, picture_at) = (SELECT n, a FROM (VALUES (c.picture, c.picture_at),
                                             (excluded.picture, excluded.picture_at)) v (n, a)
                                         ORDER BY a DESC NULLS LAST, n DESC NULLS LAST LIMIT 1)
            WHERE (excluded.name_at, excluded.name) > (coalesce(c.name_at, '-infinity'), coalesce(c.name, ''))
               OR (excluded.picture_at, excluded.picture) > (coalesce(c.picture_at, '-infinity'), coalesce(c.picture, ''))
            """;

    private static final String TOLD_BY = """
            INSERT INTO store.contact_accounts (instance, jid)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """;

    private final DatabaseClient database;

    ContactWriter(DatabaseClient database) {
        this.database = database;
    }

    /** One contact's row; attributes only borrow the rule by which the newest wins. */
    private record Contact(
            String jid, @Nullable Attribute name, @Nullable Attribute picture) {

        Contact merge(Contact other) {
            return new Contact(jid, newest(name, other.name), newest(picture, other.picture));
        }

        private static @Nullable Attribute newest(@Nullable Attribute one, @Nullable Attribute other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.newest(other);
        }
    }

    @Override
    public Mono<Void> write(Batch batch) {
        Map<String, Contact> contacts = new TreeMap<>();
        Set<GroupChanges.Key> tellers = new TreeSet<>();
        for (Received received : batch.received()) {
            Instant at = StorableTime.orEpoch(received.observed().emittedAt());
            String instance = requireNonNullElse(received.observed().instance(), "");
            received.observed().observations().stream()
                    .filter(ContactSeen.class::isInstance)
                    .map(ContactSeen.class::cast)
                    .filter(seen -> !seen.jid().isGroup())
                    .map(seen -> contact(seen, at))
                    .forEach(contact -> {
                        contacts.merge(contact.jid(), contact, Contact::merge);
                        tellers.add(new GroupChanges.Key(instance, contact.jid()));
                    });
        }
        return contacts.isEmpty() ? Mono.empty() : insert(contacts.values()).then(insert(tellers));
    }

    private static Contact contact(ContactSeen seen, Instant at) {
        return new Contact(
                seen.jid().value(),
                seen.name() == null ? null : new Attribute("name", seen.name(), at),
                seen.pictureUrl() == null ? null : new Attribute("picture", seen.pictureUrl(), at));
    }

    private Mono<Void> insert(Collection<Contact> contacts) {
        return database.sql(CONTACTS)
                .bind(0, contacts.stream().map(Contact::jid).toArray(String[]::new))
                .bind(1, contacts.stream().map(contact -> value(contact.name())).toArray(String[]::new))
                .bind(2, contacts.stream().map(contact -> at(contact.name())).toArray(String[]::new))
                .bind(
                        3,
                        contacts.stream()
                                .map(contact -> value(contact.picture()))
                                .toArray(String[]::new))
                .bind(4, contacts.stream().map(contact -> at(contact.picture())).toArray(String[]::new))
                .then();
    }

    private Mono<Void> insert(Set<GroupChanges.Key> tellers) {
        return database.sql(TOLD_BY)
                .bind(0, tellers.stream().map(GroupChanges.Key::group).toArray(String[]::new))
                .bind(1, tellers.stream().map(GroupChanges.Key::part).toArray(String[]::new))
                .then();
    }

    private static @Nullable String value(@Nullable Attribute attribute) {
        return attribute == null ? null : attribute.value();
    }

    private static @Nullable String at(@Nullable Attribute attribute) {
        return attribute == null ? null : attribute.at().toString();
    }
}
