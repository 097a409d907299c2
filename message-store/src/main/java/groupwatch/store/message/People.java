package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is who: which LID and which phone number are one person, and what people call themselves. The same whichever of
 * the identities a row has. Should one LID be linked to several numbers, or one number to several LIDs, the greatest
 * stands for all.
 */
public final class People {

    private static final Comparator<Name> NEWEST = Comparator.comparing(Name::at).thenComparing(Name::name);

    private final Map<String, String> phones = new HashMap<>();
    private final Map<String, String> lids = new HashMap<>();
    private final Map<String, Name> names = new HashMap<>();

    /** A LID and a phone JID of one person. */
    public record Link(String lid, String phone) {}

    /** What somebody called themselves at that time. */
    public record Name(String identity, String name, Instant at) {}

    public People(Collection<Link> links, Collection<Name> names) {
        links.forEach(this::add);
        names.forEach(name -> this.names.merge(name.identity(), name, People::newer));
    }

    private void add(Link link) {
        phones.merge(link.lid(), link.phone(), People::greater);
        lids.merge(link.phone(), link.lid(), People::greater);
    }

    /** The same for all identities of one person; empty when nobody is known. */
    public String key(Identities identities) {
        Jid preferred = resolved(identities).preferred();
        return preferred == null ? "" : preferred.value();
    }

    /** @param ownName what the payload itself says; absent or empty: the newest known */
    public Person person(Identities identities, @Nullable String ownName) {
        Identities resolved = resolved(identities);
        return Person.of(resolved, ownName == null || ownName.isEmpty() ? name(resolved) : ownName);
    }

    /** Absent when the identities are. */
    public @Nullable Person personOrNull(Identities identities) {
        return identities.known() ? person(identities, null) : null;
    }

    /** A JID as identities. */
    public static Identities identities(@Nullable String jid) {
        return Identities.of(Jid.parse(jid));
    }

    /** The identities that a payload gave for somebody. */
    public static Identities identities(Person person) {
        return Identities.of(Jid.parse(person.jid()), Jid.parse(person.lid()));
    }

    private Identities resolved(Identities seen) {
        Jid phone = seen.phone() == null ? jid(seen.lid(), phones) : seen.phone();
        Jid lid = phone == null ? null : jid(phone, lids);
        return new Identities(phone, lid == null ? seen.lid() : lid);
    }

    private static @Nullable Jid jid(@Nullable Jid known, Map<String, String> links) {
        return known == null ? null : Jid.parse(links.get(known.value()));
    }

    private @Nullable String name(Identities identities) {
        return Stream.of(identities.phone(), identities.lid())
                .filter(Objects::nonNull)
                .map(jid -> names.get(jid.value()))
                .filter(Objects::nonNull)
                .max(NEWEST)
                .map(Name::name)
                .orElse(null);
    }

    private static Name newer(Name one, Name other) {
        return NEWEST.compare(one, other) >= 0 ? one : other;
    }

    private static String greater(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
