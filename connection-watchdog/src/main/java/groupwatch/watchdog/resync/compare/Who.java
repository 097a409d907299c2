package groupwatch.watchdog.resync.compare;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, by all identities that a row gives.
 *
 * @param jids phone JID and LID, as far as told
 */
record Who(Set<String> jids) {

    private static final String PHONE = "@s.whatsapp.net";

    Who {
        jids = Set.copyOf(jids);
    }

    static Who of(Identities identities) {
        return new Who(Stream.of(identities.phone(), identities.lid())
                .filter(Objects::nonNull)
                .map(Jid::value)
                .collect(Collectors.toSet()));
    }

    /** Whether that is them: one identity in common is enough. */
    boolean is(@Nullable Person person) {
        return person != null
                && (has(person.jid()) || has(person.lid()) || person.phone() != null && has(person.phone() + PHONE));
    }

    private boolean has(@Nullable String jid) {
        return jid != null && jids.contains(jid);
    }
}
