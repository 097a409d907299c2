package groupwatch.store.message;

import groupwatch.events.message.Reaction;
import groupwatch.store.message.Fact.Reacted;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The reactions to a message: the newest of each person, unless it took the reaction back; oldest first. */
final class Reactions {

    private static final Comparator<Reacted> ORDER =
            Comparator.comparing(Reacted::at).thenComparing(Reacted::emoji);

    private Reactions() {}

    static List<Reaction> of(Collection<Reacted> seen, Persons people) {
        Map<String, Reacted> newest = new TreeMap<>();
        seen.forEach(reacted -> newest.merge(people.key(reacted.by()), reacted, BinaryOperator.maxBy(ORDER)));
        return newest.values().stream()
                .filter(reacted -> !reacted.emoji().isEmpty())
                .sorted(Comparator.comparing(Reacted::at))
                .map(reacted -> new Reaction(people.person(reacted.by(), null), reacted.emoji(), reacted.at()))
                .toList();
    }
}
