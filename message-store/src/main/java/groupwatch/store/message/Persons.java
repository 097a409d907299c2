package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import groupwatch.store.people.People;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The persons behind what payloads say of them: the same whichever identities a payload had. */
record Persons(People people) {

    /** Equal for all identities of one person; empty when nobody is known. */
    String key(Identities seen) {
        Jid phone = seen.phone();
        if (phone != null) {
            return people.canonical(phone.value());
        }
        Jid lid = seen.lid();
        return lid == null ? "" : people.canonical(lid.value());
    }

    /** @param ownName what the payload itself says; absent or empty: the newest known */
    Person person(Identities seen, @Nullable String ownName) {
        Person known = seen.known() ? people.person(key(seen)) : new Person(null, null, null, null);
        Jid lid = seen.lid();
        return new Person(
                known.jid(),
                known.lid() == null && lid != null ? lid.value() : known.lid(),
                known.phone(),
                ownName == null || ownName.isEmpty() ? known.name() : ownName);
    }

    /** Absent when the identities are. */
    @Nullable
    Person personOrNull(Identities seen) {
        return seen.known() ? person(seen, null) : null;
    }

    /** A JID as identities. */
    static Identities seen(@Nullable String jid) {
        return Identities.of(Jid.parse(jid));
    }

    /** The identities that a payload gave for somebody. */
    static Identities seen(Person person) {
        return Identities.of(Jid.parse(person.jid()), Jid.parse(person.lid()));
    }

    static Set<String> jids(Collection<Identities> seen) {
        return seen.stream()
                .flatMap(identities -> Stream.of(identities.phone(), identities.lid()))
                .filter(Objects::nonNull)
                .map(Jid::value)
                .collect(Collectors.toSet());
    }
}
