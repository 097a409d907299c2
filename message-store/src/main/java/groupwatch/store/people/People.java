package groupwatch.store.people;

import static java.util.Comparator.comparing;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people behind some identities, resolved purely from links and names: the same rows always give the same person.
 * Should a LID ever be linked to two numbers, or a number to two LIDs, the greater
 * one stands for both.
 */
public final class People {

    /** A LID and a phone number of one person. */
    public record Link(String lid, String phone) {}

    /**
     * What a person is called under one identity.
     *
     * @param own as they call themselves; else as an address book has them, which counts only where nothing better is known
     */
    public record Name(String identity, String name, Instant at, boolean own) {

        private static final Comparator<Name> ORDER =
                comparing(Name::own).thenComparing(Name::at).thenComparing(Name::name);
    }

    private final Map<String, String> phoneOfLid = new TreeMap<>();
    private final Map<String, TreeSet<String>> lidsOfPhone = new TreeMap<>();
    private final Map<String, Name> names = new TreeMap<>();

    public People(Collection<Link> links, Collection<Name> names) {
        links.forEach(link ->
                phoneOfLid.merge(link.lid(), link.phone(), (one, other) -> one.compareTo(other) >= 0 ? one : other));
        phoneOfLid.forEach((lid, phone) ->
                lidsOfPhone.computeIfAbsent(phone, any -> new TreeSet<>()).add(lid));
        names.forEach(name -> this.names.merge(name.identity(), name, People::newest));
    }

    /** The one JID that stands for the person: the phone JID when it is known, else the LID. */
    public String canonical(String identity) {
        return phoneOfLid.getOrDefault(identity, identity);
    }

    /** Equal for all identities of one person. */
    public Person person(String identity) {
        String canonical = canonical(identity);
        TreeSet<String> lids = lidsOfPhone.getOrDefault(canonical, new TreeSet<>());
        Jid lid = lids.isEmpty() ? null : Jid.parse(lids.last());
        return Person.of(
                Identities.of(Jid.parse(canonical), lid), name(Stream.concat(Stream.of(canonical), lids.stream())));
    }

    private @Nullable String name(Stream<String> identities) {
        return identities
                .map(names::get)
                .filter(Objects::nonNull)
                .reduce(People::newest)
                .map(Name::name)
                .orElse(null);
    }

    private static Name newest(Name one, Name other) {
        return Objects.compare(one, other, Name.ORDER) >= 0 ? one : other;
    }
}
