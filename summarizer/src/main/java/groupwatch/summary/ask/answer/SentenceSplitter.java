package groupwatch.summary.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a text apart into sentences while it comes. It looks at one character after the other, so the pieces it comes in make no difference. A
 * citation behind the full stop belongs to the sentence before it.
 */
final class SentenceSplitter {

    private static final String ENDS = ".!?…。！？";

    /** A sentence is not longer: what has no end is taken to end here. */
    private static final int LONGEST = 4000;

    private final StringBuilder sentence = new StringBuilder();
    /** Blanks behind a full stop. */
    private final StringBuilder gap = new StringBuilder();
    /** What may be a citation behind a full stop. */
    private final StringBuilder bracket = new StringBuilder();

    private final List<Raw> done = new ArrayList<>();
    private boolean ended;
    private boolean cited;
    private int breaks;

    /**
     * A sentence as it came.
     *
     * @param breaks lines that ended between it and the one before
     */
    record Raw(String text, int breaks) {}

    /** What is complete by now. */
    List<Raw> feed(String piece) {
        piece.chars().forEach(c -> next((char) c));
        List<Raw> complete = List.copyOf(done);
        done.clear();
        return complete;
    }

    /** What is left when the text is over. */
    Optional<Raw> rest() {
        take();
        Optional<Raw> last = done.stream().findFirst();
        done.clear();
        return last;
    }

    private void next(char c) {
        if (c == '\n' || c == '\r') {
            take();
            breaks += c == '\n' ? 1 : 0;
        } else if (!bracket.isEmpty()) {
            inBracket(c);
        } else if (ended) {
            behindEnd(c);
        } else {
            append(c);
        }
    }

    private void append(char c) {
        sentence.append(c);
        ended = ENDS.indexOf(c) >= 0;
        if (sentence.length() >= LONGEST) {
            take();
        }
    }

    private void behindEnd(char c) {
        if (c == '[') {
            bracket.append(c);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            gap.append(c);
        } else if (gap.isEmpty()) {
            // closing quotes, more full stops; a letter shows that it was none: 3.50, example.org
            sentence.append(c);
            ended = cited || !Character.isLetterOrDigit(c);
        } else if (isSign(c)) {
            sentence.append(gap).append(c);
            gap.setLength(0);
        } else if (!cited && (Character.isLowerCase(c) || Abbreviations.end(sentence))) {
            sentence.append(gap);
            gap.setLength(0);
            ended = false;
            append(c);
        } else {
            take();
            append(c);
        }
    }

    private void inBracket(char c) {
        bracket.append(c);
        if (c == ']' && Cites.isCitation(bracket)) {
            sentence.append(gap).append(bracket);
            gap.setLength(0);
            bracket.setLength(0);
            cited = true;
        } else if (!Cites.canBegin(bracket)) {
            String other = bracket.toString();
            bracket.setLength(0);
            take();
            other.chars().forEach(next -> append((char) next));
        }
    }

    /** An emoji behind the full stop ends nothing and begins nothing. */
    private static boolean isSign(char c) {
        return Character.isSurrogate(c)
                || Character.getType(c) == Character.OTHER_SYMBOL
                || c == '\uFE0F'
                || c == '\u200D';
    }

    private void take() {
        sentence.append(gap).append(bracket);
        gap.setLength(0);
        bracket.setLength(0);
        String text = sentence.toString().strip();
        sentence.setLength(0);
        ended = false;
        cited = false;
        if (!text.isEmpty()) {
            done.add(new Raw(text, breaks));
            breaks = 0;
        }
    }
}
