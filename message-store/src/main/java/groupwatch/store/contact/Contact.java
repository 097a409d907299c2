package groupwatch.store.contact;

import groupwatch.events.identity.Person;
import groupwatch.store.people.People;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a group, that linked accounts know.
 *
 * @param jid of a person the phone JID when it is known, else the LID
 * @param name of a person as they call themselves, else as an address book has them
 * @param names all that a person is called, the best first
 * @param picture address of the picture at WhatsApp, as last told; such addresses expire
 */
record Contact(
        ContactType type,
        String jid,
        @Nullable String lid,
        @Nullable String phone,
        @Nullable String name,
        List<String> names,
        @Nullable String picture) {

    static Contact group(String jid, @Nullable String name) {
        return new Contact(ContactType.GROUP, jid, null, null, name, List.of(), null);
    }

    static Contact individual(String jid, People people, @Nullable String picture) {
        Person person = people.person(jid);
        return new Contact(
                ContactType.INDIVIDUAL,
                jid,
                person.lid(),
                person.phone(),
                person.name(),
                people.names(jid).stream().map(People.Name::name).distinct().toList(),
                picture);
    }
}
