package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Which statements no longer hold, and what took their place. */
final class Corrections {

    private static final int LOOK_BACK = 200;
    private static final int SOON = 6;
    private static final double ENOUGH = 0.35;
    private static final double CERTAIN = 0.7;
    private static final double ALIKE = 0.12;
    private static final double ECHO = 0.3;

    private final Day day;
    private final int[] correctedBy;
    private final int[] corrects;

    private Corrections(Day day) {
        this.day = day;
        correctedBy = new int[day.size()];
        corrects = new int[day.size()];
        Arrays.fill(correctedBy, -1);
        Arrays.fill(corrects, -1);
    }

    static Corrections of(Day day) {
        var corrections = new Corrections(day);
        for (var message : day.said()) {
            if (mayCorrect(message) || corrections.goesBackToItself(message)) {
                var answered = corrections.statement(message);
                corrections.note(message, answered >= 0 ? answered : corrections.search(message));
            }
        }
        return corrections;
    }

    private static boolean mayCorrect(Said message) {
        return message.contradicts()
                || message.correctsItself()
                || message.has(Cue.CHANGE)
                || !message.takenBack().isEmpty();
    }

    /** Whether it replies to what the same speaker said, with other figures. Where that is no correction, both are quoted together all the same. */
    private boolean goesBackToItself(Said message) {
        var answered = day.repliesTo(message);
        return answered >= 0 && message.isBy(day.at(answered)) && figures(message, day.at(answered)) > 0;
    }

    private void note(Said message, int target) {
        if (target >= 0) {
            corrects[message.index()] = target;
            correctedBy[target] = message.index();
            echoes(message, day.at(target));
        }
    }

    /** Who repeated in between what holds no more. */
    private void echoes(Said message, Said target) {
        var gone = gone(message, target);
        for (var index = Math.max(target.index() + 1, message.index() - LOOK_BACK); index < message.index(); index++) {
            var between = day.at(index);
            var repeats = between.numbers().stream().anyMatch(gone::contains);
            if (repeats && (between.wordTerms() == 0 || day.similarity(between, target) > ECHO)) {
                correctedBy[index] = message.index();
            }
        }
    }

    private static Set<String> gone(Said message, Said target) {
        var gone = new HashSet<>(message.takenBack());
        if (target.numbers().size() == 1 && !message.numbers().isEmpty()) {
            gone.addAll(target.numbers());
        }
        gone.retainAll(target.numbers());
        return gone;
    }

    /** The likeliest; whatever else is as good as certain is noted on the way. */
    private int search(Said message) {
        var best = -1;
        var most = ENOUGH;
        for (var index = message.index() - 1; index >= 0 && index >= message.index() - LOOK_BACK; index--) {
            var earlier = day.at(index);
            if (!isCorrected(index) && !earlier.isEmpty() && (!earlier.question() || earlier.states())) {
                var likely = likely(message, earlier) - 0.001 * (message.index() - index);
                if (likely > CERTAIN) {
                    correctedBy[index] = message.index();
                }
                if (likely > most) {
                    most = likely;
                    best = index;
                }
            }
        }
        return best;
    }

    /** The statement that it answers and contradicts, be it that somebody asked in between. */
    private int statement(Said message) {
        var answered = day.repliesTo(message);
        var asked = answered;
        while (asked >= 0 && day.at(asked).question() && !day.at(asked).states()) {
            asked = day.repliesTo(day.at(asked));
        }
        var target = asked >= 0 ? asked : answered;
        return target >= 0 && contradicts(message, day.at(target)) ? target : -1;
    }

    private static boolean contradicts(Said message, Said earlier) {
        var figures = figures(message, earlier) > 0;
        return message.isBy(earlier)
                ? message.contradicts() || message.correctsItself() || figures
                : message.has(Cue.DENIAL) || message.contradicts() && figures;
    }

    private double likely(Said message, Said earlier) {
        var shared = message.terms().stream()
                .filter(term ->
                        !message.numbers().contains(term) && earlier.terms().contains(term))
                .count();
        var figures = figures(message, earlier);
        var similarity = day.similarity(message, earlier);
        var takenBack = message.takenBack().stream()
                .filter(earlier.numbers()::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        if (takenBack > 0) {
            // a single digit stands in many places
            var telling = takenBack > 1 ? 0.9 : 0.5;
            return similarity + (message.isBy(earlier) ? telling : 0.2) + (shared > 0 ? 0.3 : 0);
        }
        if (message.isBy(earlier) && message.correctsItself()) {
            var far = message.index() - earlier.index() > SOON;
            if (far && shared == 0 && !message.has(Cue.CORRECTION)) {
                return 0;
            }
            return similarity + figures + (shared > 0 ? 0.2 : 0);
        }
        if (message.isBy(earlier) && message.has(Cue.CHANGE)) {
            var same =
                    shared > 1 || shared > 0 && (similarity > ALIKE || message.has(Cue.DATE) && earlier.has(Cue.DATE));
            return figures > 0 && same ? similarity + figures + (shared > 1 ? 0.1 : 0) : 0;
        }
        // of others it takes more, and what was decided holds
        var denied = message.has(Cue.DENIAL) && shared > 1 || message.contradicts() && shared > 0 && figures > 0;
        return denied && !earlier.has(Cue.DECISION) ? similarity + figures : 0;
    }

    /** Whether it has figures other than those before, and of the same kind. */
    private static double figures(Said message, Said earlier) {
        if (earlier.numbers().isEmpty() || earlier.numbers().containsAll(message.numbers())) {
            return 0;
        }
        var dated = message.has(Cue.DATE) && earlier.has(Cue.DATE) ? 0.15 : 0;
        var clock = message.numbers().stream().anyMatch(Corrections::isClock);
        return 0.2 + dated + (clock == earlier.numbers().stream().anyMatch(Corrections::isClock) ? 0.2 : 0);
    }

    private static boolean isClock(String number) {
        return number.indexOf(':') > 0 || number.indexOf('h') > 0;
    }

    boolean isCorrected(int index) {
        return correctedBy[index] >= 0;
    }

    /** The statement it takes the place of; -1 for none. */
    int corrects(int index) {
        return corrects[index];
    }
}
