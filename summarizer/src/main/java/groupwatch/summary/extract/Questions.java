package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import java.util.Arrays;

/** Which questions were answered, and by what. */
final class Questions {

    private static final int SOON = 6;
    private static final long MINUTES = 60;

    private final Day day;
    private final Threads threads;
    private final int[] answers;
    private final boolean[] open;

    private Questions(Day day, Threads threads) {
        this.day = day;
        this.threads = threads;
        this.answers = new int[day.size()];
        this.open = new boolean[day.size()];
        Arrays.fill(answers, -1);
    }

    static Questions of(Day day, Threads threads) {
        var questions = new Questions(day, threads);
        for (var message : day.said()) {
            if (isAsked(message)) {
                questions.open[message.index()] = true;
            }
        }
        for (var message : day.said()) {
            questions.answer(message);
        }
        return questions;
    }

    /** Whether somebody wants to know something: more than "what?!". */
    static boolean isAsked(Said message) {
        return message.question() && (message.wordTerms() >= 2 || message.has(Cue.ANYBODY) && message.wordTerms() >= 1);
    }

    private void answer(Said message) {
        var replied = day.repliesTo(message);
        if (replied >= 0 && open[replied] && !day.at(replied).isBy(message)) {
            settle(message, day.at(replied), !message.isEmpty() || message.has(Cue.YES));
        }
        for (var index = message.index() - 1; index >= 0 && index >= message.index() - SOON; index--) {
            var asked = day.at(index);
            if (open[index]
                    && Day.between(asked, message).toMinutes() <= MINUTES
                    && (replied < 0 || replied == index)) {
                settle(message, asked, asked.isBy(message) ? message.has(Cue.SETTLED) : goesWith(message, asked));
            }
        }
    }

    private void settle(Said message, Said asked, boolean answers) {
        var denies = message.has(Cue.NO)
                && message.wordTerms() < 3
                && message.numbers().isEmpty();
        if (answers && !message.question() && !(denies && (asked.has(Cue.ANYBODY) || asked.has(Cue.ASKING)))) {
            open[asked.index()] = false;
            this.answers[message.index()] = asked.index();
        }
    }

    private boolean goesWith(Said message, Said asked) {
        var near = message.index() - asked.index();
        if (near <= 3 && (message.has(Cue.YES) || message.has(Cue.COMMITMENT) || message.has(Cue.SETTLED))) {
            return true;
        }
        if (near <= 4 && asked.has(Cue.ASKING) && !message.numbers().isEmpty()) {
            return true;
        }
        if (threads.of(message.index()) != threads.of(asked.index())) {
            return false;
        }
        return day.similarity(message, asked) > 0.1 || near == 1 && !message.isEmpty() && !asked.has(Cue.ANYBODY);
    }

    boolean isOpen(int index) {
        return open[index];
    }

    /** The question it answers; -1 for none. */
    int answers(int index) {
        return answers[index];
    }
}
