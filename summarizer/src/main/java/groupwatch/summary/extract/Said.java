package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.Sentence;
import groupwatch.summary.extract.text.Sentences;
import groupwatch.summary.text.PlainText;
import groupwatch.summary.transcript.Line;
import java.util.List;
import java.util.Set;

/**
 * A message as it is reckoned with. Its sentences are not kept: a day may have ten thousand, and few are told.
 *
 * @param speaker plain, on one line, not long
 * @param terms that it says something with, figures among them, each once, in the order of the text
 * @param numbers the figures alone
 * @param takenBack the figures that it says do not hold: {@code 98, not 89}
 * @param openings what its first words give away
 * @param states whether it says something besides what it asks
 * @param statesFirst whether it does so before it asks
 */
record Said(
        int index,
        Line line,
        String speaker,
        Set<String> terms,
        Set<String> numbers,
        Set<String> takenBack,
        Set<Cue> cues,
        Set<Cue> openings,
        boolean question,
        boolean states,
        boolean statesFirst) {

    List<Sentence> sentences() {
        return Sentences.of(PlainText.lines(line.text()));
    }

    boolean has(Cue cue) {
        return cues.contains(cue);
    }

    /** Whether a turn of phrase stands at its beginning. */
    boolean begins(Cue cue) {
        return openings.contains(cue);
    }

    /** Whether it says that something said before was wrong. */
    boolean contradicts() {
        return has(Cue.CORRECTION) || has(Cue.DENIAL);
    }

    /** Whether it says so of what the same speaker said. */
    boolean correctsItself() {
        return has(Cue.CORRECTION) || has(Cue.SECOND_THOUGHT);
    }

    /** Terms that are words. */
    int wordTerms() {
        return terms.size() - numbers.size();
    }

    boolean isBy(Said other) {
        return line.speaker().equals(other.line.speaker());
    }

    /** Nothing in it to be read: emoji, laughter. */
    boolean isEmpty() {
        return terms.isEmpty();
    }
}
