package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import java.util.Arrays;

/** Which questions were answered, and by what. */
final class Questions {

    private static final int LOOK_BACK = 60;
    private static final int BRIEF = 3;
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
        // who replies by WhatsApp's own reply answers, whoever spoke in between
        day.said().forEach(questions::reply);
        day.said().forEach(questions::goOn);
        return questions;
    }

    /** Whether somebody wants to know something: more than "what?!". */
    static boolean isAsked(Said message) {
        var asks = message.has(Cue.ANYBODY) || message.has(Cue.ASKING) || message.has(Cue.MEASURE);
        return message.question() && message.wordTerms() >= (asks ? 1 : 2);
    }

    private void reply(Said message) {
        var replied = day.repliesTo(message);
        if (replied >= 0 && isAsked(day.at(replied)) && !day.at(replied).isBy(message)) {
            var asked = day.at(replied);
            if (!message.question() && !denies(message, asked) && (!message.isEmpty() || message.begins(Cue.YES))) {
                settle(message, asked);
            }
        }
    }

    private void goOn(Said message) {
        if (message.question() || answers[message.index()] >= 0) {
            return;
        }
        var replied = day.repliesTo(message);
        for (var index = message.index() - 1; index >= 0 && index >= message.index() - LOOK_BACK; index--) {
            var asked = day.at(index);
            if (open[index] && (replied < 0 || replied == index) && !denies(message, asked)) {
                if (asked.isBy(message) ? isOver(message, asked) : goesWith(message, asked)) {
                    settle(message, asked);
                    return;
                }
            }
        }
    }

    private void settle(Said message, Said asked) {
        open[asked.index()] = false;
        answers[message.index()] = asked.index();
    }

    /** "Not me" is no answer when anybody was asked. */
    private static boolean denies(Said message, Said asked) {
        return message.begins(Cue.NO)
                && message.wordTerms() < 3
                && message.numbers().isEmpty()
                && asked.has(Cue.ANYBODY);
    }

    /** Whether who asked knows by now. */
    private boolean isOver(Said message, Said asked) {
        return message.index() - asked.index() <= SOON && message.has(Cue.SETTLED)
                || message.has(Cue.SETTLED) && day.similarity(message, asked) > 0.1;
    }

    private boolean goesWith(Said message, Said asked) {
        var near = message.index() - asked.index();
        if (near > SOON || Day.between(asked, message).toMinutes() > MINUTES) {
            return false;
        }
        // a bare "ok" is said to the last who spoke
        if (near == 1 && message.begins(Cue.YES) || near <= 3 && !message.isEmpty() && takesOn(message)) {
            return true;
        }
        if (near <= 3 && asked.has(Cue.MEASURE) && !message.numbers().isEmpty() && message.wordTerms() <= BRIEF) {
            return true;
        }
        if (threads.of(message.index()) != threads.of(asked.index())) {
            return false;
        }
        return day.similarity(message, asked) > 0.1 || near == 1 && !message.isEmpty() && !asked.has(Cue.ANYBODY);
    }

    private static boolean takesOn(Said message) {
        return message.begins(Cue.YES) || message.begins(Cue.SELF) || message.has(Cue.COMMITMENT);
    }

    /** Whether a message is somebody's "me" to a question who. */
    boolean isPromise(Said message) {
        return answers[message.index()] >= 0
                && message.begins(Cue.SELF)
                && day.at(answers[message.index()]).has(Cue.ANYBODY);
    }

    boolean isOpen(int index) {
        return open[index];
    }

    /** The question it answers; -1 for none. */
    int answers(int index) {
        return answers[index];
    }
}
