package groupwatch.summary.extract;

import groupwatch.summary.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** All that was said, with how rare each term is, and who answers whom by WhatsApp's own reply. */
final class Day {

    private final List<Said> said;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final int[] repliesTo;
    private final int[] replies;
    private final double[] weights;

    private Day(List<Said> said) {
        this.said = said;
        this.repliesTo = new int[said.size()];
        this.replies = new int[said.size()];
        this.weights = new double[said.size()];
    }

    static Day of(Transcript transcript) {
        var reading = new Reading();
        var said = new ArrayList<Said>(transcript.lines().size());
        for (var line : transcript.lines()) {
            goOn();
            said.add(reading.read(said.size(), line));
        }
        var day = new Day(List.copyOf(said));
        day.count();
        return day;
    }

    private void count() {
        var indices = new HashMap<String, Integer>();
        for (var message : said) {
            message.terms().forEach(term -> frequency.merge(term, 1, Integer::sum));
            // an answer may be sorted before what it answers when clocks differ: only what came before counts
            var target = message.line().replyTo() == null
                    ? null
                    : indices.get(message.line().replyTo());
            repliesTo[message.index()] = target == null ? -1 : target;
            if (target != null) {
                replies[target]++;
            }
            indices.put(message.line().id(), message.index());
        }
        for (var message : said) {
            weights[message.index()] = message.terms().stream()
                    .mapToDouble(term -> square(rarity(term)))
                    .sum();
        }
    }

    List<Said> said() {
        return said;
    }

    Said at(int index) {
        return said.get(index);
    }

    int size() {
        return said.size();
    }

    /** The message that one answers; -1 when none of the day. */
    int repliesTo(Said message) {
        return repliesTo[message.index()];
    }

    int replies(Said message) {
        return replies[message.index()];
    }

    /** How much a term tells: the more, the rarer. */
    double rarity(String term) {
        return Math.log1p((double) said.size() / frequency.getOrDefault(term, 1));
    }

    /** What two messages share, as a cosine of the rarities of their terms: 0 to 1. */
    double similarity(Said one, Said other) {
        goOn();
        var fewer = one.terms().size() <= other.terms().size() ? one : other;
        var more = fewer == one ? other : one;
        var shared = 0.0;
        for (var term : fewer.terms()) {
            if (more.terms().contains(term)) {
                shared += square(rarity(term));
            }
        }
        return shared == 0 ? 0 : shared / Math.sqrt(weights[one.index()] * weights[other.index()]);
    }

    /** Reading and comparing take most of the time: an interrupted thread stops at them. */
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this day any more");
        }
    }

    private static double square(double value) {
        return value * value;
    }

    static Duration between(Said earlier, Said later) {
        return Duration.between(earlier.line().at(), later.line().at());
    }
}
