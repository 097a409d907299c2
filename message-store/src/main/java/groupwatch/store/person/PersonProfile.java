package groupwatch.store.person;

import groupwatch.events.identity.Person;
import groupwatch.store.group.PersonGroup;
import groupwatch.store.people.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person as everything together shows them.
 *
 * @param jid the phone JID when it is known, else the LID
 * @param name as they call themselves, else as an address book has them
 * @param identities every JID they were seen under, {@code jid} first
 * @param names all that they are called, the best first
 * @param picture address of the picture at WhatsApp, as last told; such addresses expire
 * @param firstMessageAt when they sent the first message that is kept, in the groups shown
 * @param lastMessageAt when they sent the newest
 * @param groups they are or were in
 */
record PersonProfile(
        String jid,
        @Nullable String lid,
        @Nullable String phone,
        @Nullable String name,
        List<String> identities,
        List<Called> names,
        @Nullable String picture,
        @Nullable Instant firstMessageAt,
        @Nullable Instant lastMessageAt,
        List<PersonGroup> groups) {

    /**
     * A name.
     *
     * @param own whether the person calls themselves so; else a linked account's address book does
     * @param at when that was last told
     */
    record Called(String name, boolean own, Instant at) {

        static Called of(People.Name name) {
            return new Called(name.name(), name.own(), name.at());
        }
    }

    static PersonProfile of(String jid, People people, List<PersonGroup> groups) {
        Person person = people.person(jid);
        return new PersonProfile(
                people.canonical(jid),
                person.lid(),
                person.phone(),
                person.name(),
                people.identities(jid),
                people.names(jid).stream().map(Called::of).distinct().toList(),
                null,
                null,
                null,
                groups);
    }

    PersonProfile pictured(@Nullable String address) {
        return new PersonProfile(
                jid, lid, phone, name, identities, names, address, firstMessageAt, lastMessageAt, groups);
    }

    PersonProfile spoke(@Nullable Instant first, @Nullable Instant last) {
        return new PersonProfile(jid, lid, phone, name, identities, names, picture, first, last, groups);
    }
}
