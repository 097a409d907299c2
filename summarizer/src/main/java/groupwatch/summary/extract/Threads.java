package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.StopWords;
import groupwatch.summary.extract.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes with what: each message hangs on the one it answers, or on the one before it that it most likely goes on from; those that hang
 * together are a thread.
 */
final class Threads {

    private static final int LOOK_BACK = 30;
    private static final long MINUTES = 180;
    private static final double ENOUGH = 0.22;

    private final int[] parents;
    private final int[] roots;
    private final int[] sizes;

    private Threads(int size) {
        parents = new int[size];
        roots = new int[size];
        sizes = new int[size];
        Arrays.fill(parents, -1);
    }

    static Threads of(Day day) {
        var threads = new Threads(day.size());
        var names = new HashMap<String, String>();
        for (var message : day.said()) {
            names.computeIfAbsent(message.line().speaker(), Threads::firstName);
            var reply = day.repliesTo(message);
            var parent = reply >= 0 ? reply : goesOnFrom(day, message, names);
            threads.parents[message.index()] = parent;
            threads.roots[message.index()] = parent < 0 ? message.index() : threads.roots[parent];
            threads.sizes[threads.roots[message.index()]]++;
        }
        return threads;
    }

    private static int goesOnFrom(Day day, Said message, Map<String, String> names) {
        var best = -1;
        var most = ENOUGH;
        for (var index = message.index() - 1; index >= 0 && index >= message.index() - LOOK_BACK; index--) {
            var earlier = day.at(index);
            var minutes = Math.max(0, Day.between(earlier, message).toMinutes());
            if (minutes > MINUTES) {
                break;
            }
            var nearness = 1 / (1 + minutes / 20.0);
            var likely = day.similarity(message, earlier)
                    + nearness * (habits(message, earlier, minutes) + addressed(message, earlier, names));
            if (likely > most) {
                most = likely;
                best = index;
            }
        }
        return best;
    }

    private static double habits(Said message, Said earlier, long minutes) {
        var next = message.index() - earlier.index() == 1;
        if (earlier.isBy(message)) {
            return minutes <= 3 ? 0.2 : 0;
        }
        if (earlier.question() && message.index() - earlier.index() <= 3) {
            return next ? 0.3 : 0.2;
        }
        // nobody writes three words about something new
        return next && message.wordTerms() < 3 && minutes <= 5 ? 0.3 : 0;
    }

    private static double addressed(Said message, Said earlier, Map<String, String> names) {
        var name = names.getOrDefault(earlier.line().speaker(), "");
        return !name.isEmpty() && !message.has(Cue.GREETING) && message.terms().contains(name) ? 0.3 : 0;
    }

    private static String firstName(String speaker) {
        var words = Words.of(speaker);
        return words.isEmpty() ? "" : StopWords.term(words.getFirst());
    }

    /** What it hangs on; -1 for the first of a thread. */
    int parent(int index) {
        return parents[index];
    }

    /** Its thread, by the index of the thread's first message. */
    int of(int index) {
        return roots[index];
    }

    int size(int thread) {
        return sizes[thread];
    }
}
