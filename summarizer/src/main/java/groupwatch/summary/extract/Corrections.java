package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import java.util.Arrays;

/** Which statements no longer hold, and what took their place. */
final class Corrections {

    private static final int LOOK_BACK = 200;
    private static final double ENOUGH = 0.35;

    private final int[] correctedBy;
    private final int[] corrects;

    private Corrections(int size) {
        correctedBy = new int[size];
        corrects = new int[size];
        Arrays.fill(correctedBy, -1);
        Arrays.fill(corrects, -1);
    }

    static Corrections of(Day day) {
        var corrections = new Corrections(day.size());
        for (var message : day.said()) {
            if (message.has(Cue.CORRECTION) || message.has(Cue.DENIAL) || message.has(Cue.CHANGE)) {
                var target = target(day, message);
                if (target >= 0) {
                    corrections.corrects[message.index()] = target;
                    corrections.correctedBy[target] = message.index();
                }
            }
        }
        return corrections;
    }

    private static int target(Day day, Said message) {
        var answered = statement(day, message);
        if (answered >= 0) {
            return answered;
        }
        var best = -1;
        var most = ENOUGH;
        for (var index = message.index() - 1; index >= 0 && index >= message.index() - LOOK_BACK; index--) {
            var earlier = day.at(index);
            if (!earlier.isEmpty() && !earlier.question()) {
                var likely = likely(day, message, earlier) - 0.001 * (message.index() - index);
                if (likely > most) {
                    most = likely;
                    best = index;
                }
            }
        }
        return best;
    }

    /** The statement that it answers, be it that somebody asked in between. */
    private static int statement(Day day, Said message) {
        var answered = day.repliesTo(message);
        if (answered < 0
                || !(message.has(Cue.CORRECTION)
                        || message.has(Cue.DENIAL)
                        || movesANumber(message, day.at(answered)))) {
            return -1;
        }
        while (answered >= 0 && day.at(answered).question()) {
            answered = day.repliesTo(day.at(answered));
        }
        return answered;
    }

    private static boolean movesANumber(Said message, Said earlier) {
        return message.isBy(earlier)
                && !message.numbers().isEmpty()
                && !earlier.numbers().isEmpty();
    }

    private static double likely(Day day, Said message, Said earlier) {
        var shared = message.terms().stream()
                .filter(term ->
                        !message.numbers().contains(term) && earlier.terms().contains(term))
                .count();
        // "98, not 89"
        var sameNumber = message.numbers().stream().anyMatch(earlier.numbers()::contains);
        var bothNumbers = !message.numbers().isEmpty() && !earlier.numbers().isEmpty();
        var similarity = day.similarity(message, earlier);
        if (message.has(Cue.CORRECTION) && message.isBy(earlier)) {
            return similarity + (bothNumbers ? 0.3 : 0) + (sameNumber ? 0.3 : 0) + (shared > 0 ? 0.2 : 0);
        }
        if (message.has(Cue.CHANGE) && message.isBy(earlier)) {
            return bothNumbers && shared > 0 ? similarity + 0.1 + (shared > 1 ? 0.2 : 0) + (sameNumber ? 0.2 : 0) : 0;
        }
        var contradicts = message.has(Cue.CORRECTION) || message.has(Cue.DENIAL);
        return contradicts && shared > 1 ? similarity + (sameNumber ? 0.2 : 0) : 0;
    }

    boolean isCorrected(int index) {
        return correctedBy[index] >= 0;
    }

    /** The statement it takes the place of; -1 for none. */
    int corrects(int index) {
        return corrects[index];
    }
}
