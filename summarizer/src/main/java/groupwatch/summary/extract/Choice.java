package groupwatch.summary.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses what is worth most and says nothing twice (maximal marginal relevance), no thread and no kind crowding out the others. */
final class Choice {

    private static final double ENOUGH = 1.0;
    private static final double REPETITION = 1.5;
    private static final double SAME_THREAD = 0.15;
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
        var nearest = new HashMap<Said, Double>();
        var perThread = new HashMap<Integer, Integer>();
        var perKind = new EnumMap<Kind, Integer>(Kind.class);
        var chosen = new ArrayList<Said>();
        while (chosen.size() < most && !left.isEmpty()) {
            var best = best(left, nearest, perThread);
            if (gain(best, nearest, perThread) < ENOUGH && !chosen.isEmpty()) {
                break;
            }
            left.remove(best);
            var kind = worth.kind(best);
            if (perKind.merge(kind, 1, Integer::sum) <= kind.most(most)) {
                chosen.add(best);
                left.removeIf(other -> quotes.before(best) == other.index() && !other.statesFirst());
                perThread.merge(threads.of(best.index()), 1, Integer::sum);
                // an answer says again what was asked
                left.stream()
                        .filter(other -> quotes.before(other) != best.index())
                        .forEach(other -> nearest.merge(other, day.similarity(best, other), Math::max));
            }
        }
        return chosen;
    }

    private Said best(List<Said> left, Map<Said, Double> nearest, Map<Integer, Integer> perThread) {
        var best = left.getFirst();
        var most = Double.NEGATIVE_INFINITY;
        for (var message : left) {
            var gain = gain(message, nearest, perThread);
            if (gain > most) {
                most = gain;
                best = message;
            }
        }
        return best;
    }

    private double gain(Said message, Map<Said, Double> nearest, Map<Integer, Integer> perThread) {
        return worth.of(message)
                - REPETITION * nearest.getOrDefault(message, 0.0)
                - SAME_THREAD * perThread.getOrDefault(threads.of(message.index()), 0);
    }
}
