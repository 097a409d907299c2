package groupwatch.summary.extract;

import java.util.List;

/**
 * What is told of a message.
 *
 * @param text with the speaker, after what it corrects or answers where it says too little by itself
 * @param alone the same without its speaker, when it stands by itself
 * @param messages it rests on
 */
record Quote(String text, String alone, List<String> messages) {

    private static final String THEN = " → ";
    private static final int LONGEST = 240;
    private static final int LONGEST_BEFORE = 140;
    private static final int ENOUGH_WORDS = 5;

    static Quote of(Said message, Day day, Threads threads, Corrections corrections, Questions questions) {
        var alone = Excerpt.of(message.sentences(), LONGEST);
        var before = before(message, day, threads, corrections, questions);
        if (before < 0) {
            return new Quote(
                    message.speaker() + ": " + alone,
                    alone,
                    List.of(message.line().id()));
        }
        var earlier = day.at(before);
        var text = earlier.speaker() + ": " + Excerpt.of(earlier.sentences(), LONGEST_BEFORE) + THEN + message.speaker()
                + ": " + alone;
        return new Quote(text, text, List.of(earlier.line().id(), message.line().id()));
    }

    /** What has to be known to understand it; -1 when nothing. */
    private static int before(Said message, Day day, Threads threads, Corrections corrections, Questions questions) {
        var corrected = corrections.corrects(message.index());
        if (corrected >= 0) {
            return corrected;
        }
        var asked = questions.answers(message.index());
        if (message.wordTerms() >= ENOUGH_WORDS) {
            return -1;
        }
        return asked >= 0 ? asked : day.repliesTo(message);
    }
}
