package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Sentence;
import java.util.List;

/** Quotes messages, with what comes before where they say too little by themselves. */
final class Quotes {

    private static final String THEN = " → ";
    private static final int LONGEST = 240;
    private static final int LONGEST_BEFORE = 140;
    private static final int ENOUGH_WORDS = 5;

    private final Day day;
    private final Corrections corrections;
    private final Questions questions;

    Quotes(Day day, Corrections corrections, Questions questions) {
        this.day = day;
        this.corrections = corrections;
        this.questions = questions;
    }

    Quote of(Said message) {
        var alone = plain(Excerpt.of(message.sentences(), LONGEST));
        var before = before(message);
        if (before < 0) {
            return new Quote(
                    plain(message.speaker()) + ": " + alone,
                    alone,
                    List.of(message.line().id()));
        }
        var earlier = day.at(before);
        var answers = questions.answers(message.index()) == before;
        var told = plain(Excerpt.of(told(earlier, answers), LONGEST_BEFORE));
        var text = plain(earlier.speaker()) + ": " + told + THEN + plain(message.speaker()) + ": " + alone;
        return new Quote(text, text, List.of(earlier.line().id(), message.line().id()));
    }

    /** Nobody puts words into another's mouth by writing as is quoted here. */
    private static String plain(String text) {
        return text.replace("→", "->");
    }

    /** Of what is answered only what was asked: the rest is told elsewhere, or holds no more. */
    private static List<Sentence> told(Said earlier, boolean answered) {
        var asked = earlier.sentences().stream().filter(Sentence::isQuestion).toList();
        return answered && !asked.isEmpty() ? asked : earlier.sentences();
    }

    /** What has to be known to understand a message: what it corrects, or answers in few words; -1 when nothing. */
    int before(Said message) {
        var corrected = corrections.corrects(message.index());
        if (corrected >= 0) {
            return corrected;
        }
        if (message.wordTerms() >= ENOUGH_WORDS) {
            return -1;
        }
        var asked = questions.answers(message.index());
        if (asked >= 0) {
            return corrections.isCorrected(asked) && !day.at(asked).states() ? -1 : asked;
        }
        var answered = day.repliesTo(message);
        return answered >= 0 && corrections.isCorrected(answered) ? -1 : answered;
    }
}
