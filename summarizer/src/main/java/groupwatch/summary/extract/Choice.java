package groupwatch.summary.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses what is worth most and says nothing twice (maximal marginal relevance), no thread and no kind crowding out the others. */
final class Choice {

    private static final double ENOUGH = 0.9;
    private static final double REPETITION = 1.0;
    private static final double SAME_THREAD = 0.08;
    private static final int CONSIDERED = 400;
    private static final int FEW = 3;

    private final Day day;
    private final Threads threads;
    private final Worth worth;
    private final Quotes quotes;

    Choice(Day day, Threads threads, Worth worth, Quotes quotes) {
        this.day = day;
        this.threads = threads;
        this.worth = worth;
        this.quotes = quotes;
    }

    /** The best first, at least one when anything was said. */
    List<Said> choose(int sentences) {
        var most = Math.min(sentences, Math.max(FEW, (day.size() + 1) / 2));
        var left = new ArrayList<>(day.said().stream()
                .sorted(Comparator.<Said>comparingDouble(message -> -worth.of(message))
                        .thenComparingInt(Said::index))
                .limit(CONSIDERED)
                .toList());
        var chosen = new Chosen();
        var later = new ArrayList<Said>();
        while (chosen.messages.size() < most && !left.isEmpty()) {
            var best = best(left, chosen);
            if (gain(best, chosen) < ENOUGH && !chosen.messages.isEmpty()) {
                break;
            }
            left.remove(best);
            var kind = worth.kind(best);
            if (chosen.perKind.getOrDefault(kind, 0) < kind.most(most)) {
                take(best, left, chosen);
            } else {
                later.add(best);
            }
        }
        // more of a kind than its share, where there is room
        later.stream()
                .filter(message -> gain(message, chosen) >= ENOUGH)
                .limit(most - chosen.messages.size())
                .forEach(chosen.messages::add);
        return chosen.messages;
    }

    /** What is taken so far. */
    private static final class Chosen {

        final List<Said> messages = new ArrayList<>();
        final Map<Kind, Integer> perKind = new EnumMap<>(Kind.class);
        final Map<Integer, Integer> perThread = new HashMap<>();

        /** How like a message is to what is taken, by its index. */
        final Map<Integer, Double> nearest = new HashMap<>();
    }

    private void take(Said message, List<Said> left, Chosen chosen) {
        chosen.messages.add(message);
        chosen.perKind.merge(worth.kind(message), 1, Integer::sum);
        chosen.perThread.merge(threads.of(message.index()), 1, Integer::sum);
        left.removeIf(other -> quotes.before(message) == other.index() && !other.statesFirst());
        // an answer says again what was asked
        left.stream()
                .filter(other -> quotes.before(other) != message.index())
                .forEach(other -> chosen.nearest.merge(other.index(), day.similarity(message, other), Math::max));
    }

    private Said best(List<Said> left, Chosen chosen) {
        var best = left.getFirst();
        var most = Double.NEGATIVE_INFINITY;
        for (var message : left) {
            var gain = gain(message, chosen);
            if (gain > most) {
                most = gain;
                best = message;
            }
        }
        return best;
    }

    private double gain(Said message, Chosen chosen) {
        return worth.of(message)
                - REPETITION * chosen.nearest.getOrDefault(message.index(), 0.0)
                - SAME_THREAD * chosen.perThread.getOrDefault(threads.of(message.index()), 0);
    }
}
