package groupwatch.store.people;

import static java.util.Comparator.comparing;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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

        private static final Comparator<Name> BEST_FIRST = comparing(Name::own)
                .thenComparing(Name::at)
                .thenComparing(Name::name)
                .reversed();
    }

    private final Map<String, String> phoneOfLid = new TreeMap<>();
    private final Map<String, TreeSet<String>> lidsOfPhone = new TreeMap<>();
    private final Map<String, List<Name>> names = new TreeMap<>();

    public People(Collection<Link> links, Collection<Name> names) {
        links.forEach(link ->
                phoneOfLid.merge(link.lid(), link.phone(), (one, other) -> one.compareTo(other) >= 0 ? one : other));
        phoneOfLid.forEach((lid, phone) ->
                lidsOfPhone.computeIfAbsent(phone, any -> new TreeSet<>()).add(lid));
        names.forEach(name -> this.names
                .computeIfAbsent(name.identity(), any -> new ArrayList<>())
                .add(name));
    }

    /** The one JID that stands for the person: the phone JID when it is known, else the LID. */
    public String canonical(String identity) {
        return phoneOfLid.getOrDefault(identity, identity);
    }

    /** Under what the person is known: first the canonical one. */
    public List<String> identities(String identity) {
        String canonical = canonical(identity);
        TreeSet<String> lids = lidsOfPhone.getOrDefault(canonical, new TreeSet<>());
        return Stream.concat(Stream.of(canonical), lids.descendingSet().stream())
                .toList();
    }

    /** What the person is called, the best first; the same name may come from several sides. */
    public List<Name> names(String identity) {
        return identities(identity).stream()
                .flatMap(known -> names.getOrDefault(known, List.of()).stream())
                .sorted(Name.BEST_FIRST)
                .toList();
    }

    /** Equal for all identities of one person. */
    public Person person(String identity) {
        List<String> identities = identities(identity);
        Jid lid = identities.size() == 1 ? null : Jid.parse(identities.get(1));
        return Person.of(
                Identities.of(Jid.parse(identities.getFirst()), lid),
                names(identity).stream().map(Name::name).findFirst().orElse(null));
    }
}
