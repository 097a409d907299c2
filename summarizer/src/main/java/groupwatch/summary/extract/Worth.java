package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import java.util.List;
import java.util.Set;

/**
 * How much a message is worth telling, and as what. What counts: that it says something, figures, turns of phrase that give away its purpose,
 * answers and reactions, whether it corrects or answers what counts; against it: that it is small talk, that people laughed, that it does not hold.
 */
final class Worth {

    private static final Set<String> LAUGHTER = Set.of("😂", "🤣", "😅", "😆", "😹", "🙈", "💀", "😜", "😝");
    private static final double NEVER = -10;
    private static final double MOST_FIGURES = 1.5;
    private static final int LONG = 12;

    private final Day day;
    private final Corrections corrections;
    private final Questions questions;
    private final double[] worth;

    private Worth(Day day, Corrections corrections, Questions questions) {
        this.day = day;
        this.corrections = corrections;
        this.questions = questions;
        this.worth = new double[day.size()];
    }

    static Worth of(Day day, Corrections corrections, Questions questions) {
        var worth = new Worth(day, corrections, questions);
        for (var message : day.said()) {
            worth.worth[message.index()] = worth.reckon(message);
        }
        return worth;
    }

    double of(Said message) {
        return corrections.isCorrected(message.index()) ? NEVER : worth[message.index()];
    }

    Kind kind(Said message) {
        var settles = message.statesFirst() && message.has(Cue.DECISION);
        if (questions.isOpen(message.index()) && !settles) {
            return Kind.QUESTION;
        }
        if (message.has(Cue.URGENT) && !laughed(message.line().reactionEmojis())) {
            return Kind.URGENT;
        }
        if (message.has(Cue.DECISION)) {
            return Kind.DECISION;
        }
        if (message.has(Cue.CHANGE) || corrections.corrects(message.index()) >= 0) {
            return Kind.POINT;
        }
        return message.has(Cue.COMMITMENT) || message.has(Cue.REQUEST) || questions.isPromise(message)
                ? Kind.ACTION
                : Kind.POINT;
    }

    private double reckon(Said message) {
        if (message.isEmpty()) {
            return NEVER;
        }
        var own = content(message) + purpose(message) + echo(message);
        return own + takenOver(message, own);
    }

    private static double content(Said message) {
        var words = Math.min(1.3, message.wordTerms() / 5.0);
        var figures = Math.min(
                MOST_FIGURES,
                message.numbers().stream().mapToDouble(Worth::figure).sum());
        var dated = message.has(Cue.DATE) ? 0.4 : 0;
        // the longer it goes on without a figure or a date, the more it is a story
        var story = figures + dated > 0.5 ? 0 : 0.1 * Math.max(0, message.wordTerms() - LONG);
        return words + figures + dated - story;
    }

    /** A time or a price says more than a digit. */
    private static double figure(String number) {
        return number.length() == 1 ? 0.4 : number.length() > 3 || number.contains("h") ? 0.6 : 0.5;
    }

    private double purpose(Said message) {
        var sum = 0.0;
        sum += message.has(Cue.DECISION) ? 1 : 0;
        sum += message.has(Cue.URGENT) ? 1 : 0;
        sum += message.has(Cue.NOTICE) ? 0.6 : 0;
        sum += message.has(Cue.CHANGE) ? 0.6 : 0;
        sum += message.has(Cue.COMMITMENT) || questions.isPromise(message) ? 0.6 : 0;
        sum += message.has(Cue.REQUEST) ? 0.4 : 0;
        sum += message.has(Cue.SETTLED) ? 0.4 : 0;
        sum += message.has(Cue.HEDGE) ? -0.4 : 0;
        sum += message.has(Cue.CHAIN) ? -1.5 : 0;
        sum += message.has(Cue.GREETING) && message.wordTerms() < 4 ? -1 : 0;
        if (questions.isOpen(message.index())) {
            sum += message.has(Cue.ANYBODY) ? 1.2 : 0.3;
        } else if (message.question() && !message.statesFirst()) {
            sum -= 1;
        }
        return sum;
    }

    private double echo(Said message) {
        var laughed = laughed(message.line().reactionEmojis());
        var reactions = 0.25 * log2(1 + message.line().reactions());
        return (laughed ? -0.5 : reactions) + 0.25 * log2(1 + day.replies(message));
    }

    private static boolean laughed(List<String> emojis) {
        return !emojis.isEmpty() && LAUGHTER.contains(emojis.getFirst());
    }

    private static double log2(int count) {
        return Math.min(4, Math.log(count) / Math.log(2));
    }

    /** What a correction or an answer is worth for what it corrects or answers. */
    private double takenOver(Said message, double own) {
        var corrected = corrections.corrects(message.index());
        if (corrected >= 0) {
            return Math.max(0.6, worth[corrected] + 0.3 - own);
        }
        var answered = questions.answers(message.index());
        if (answered < 0) {
            return 0;
        }
        var asked = day.at(answered);
        var measured = asked.has(Cue.MEASURE) && !message.numbers().isEmpty() ? 0.3 : 0;
        return 0.4 * content(asked) + 0.2 + measured;
    }
}
