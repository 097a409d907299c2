package groupwatch.store.stats;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.store.activity.CountedTypes;
import groupwatch.store.people.People;
import groupwatch.store.stats.Counts.OfSender;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many messages each person wrote, whichever identities they wrote under. Who is not known is no person.
 *
 * @param messages by the JID that stands for the person
 */
record Senders(Map<String, Long> messages) {

    static Senders of(Collection<OfSender> counts, People people) {
        Map<String, Long> messages = new TreeMap<>();
        counts.stream()
                .filter(count -> count.sender().known() && CountedTypes.counts(count.type()))
                .forEach(count -> messages.merge(key(count.sender(), people), count.messages(), Long::sum));
        return new Senders(messages);
    }

    /** Every identity that appears, as seen. */
    static Set<String> identities(Collection<OfSender> counts) {
        return counts.stream()
                .map(OfSender::sender)
                .flatMap(sender -> Stream.of(sender.phone(), sender.lid()).flatMap(Stream::ofNullable))
                .map(Jid::value)
                .collect(Collectors.toSet());
    }

    long number() {
        return messages.size();
    }

    /** Who wrote most, most first. */
    List<String> top(int most) {
        return messages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    long of(String person) {
        return messages.getOrDefault(person, 0L);
    }

    private static String key(Identities sender, People people) {
        Jid phone = sender.phone();
        Jid lid = sender.lid();
        return people.canonical(phone != null ? phone.value() : lid == null ? "" : lid.value());
    }
}
