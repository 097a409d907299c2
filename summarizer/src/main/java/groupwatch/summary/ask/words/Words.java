package groupwatch.summary.ask.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into words. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");

    private Words() {}

    /**
     * A word as it stands in a text.
     *
     * @param folded without accents and capitals
     */
    public record Word(String written, String folded, int start, int end) {

        /** Begins with a capital. */
        public boolean isCapital() {
            return Character.isUpperCase(written.codePointAt(0));
        }
    }

    /** In the order of the text. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            String written = matcher.group();
            words.add(new Word(written, Folded.of(written), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** Those that say what a question is about, each once: no small words of its language, and none of a single letter. */
    public static List<Word> telling(String question, Tongue tongue) {
        Map<String, Word> telling = new LinkedHashMap<>();
        for (Word word : of(question)) {
            if (tells(word, tongue)) {
                telling.putIfAbsent(word.folded(), word);
            }
        }
        return List.copyOf(telling.values());
    }

    private static boolean tells(Word word, Tongue tongue) {
        boolean single = word.written().codePointCount(0, word.written().length()) == 1;
        return !StopWords.of(tongue).contains(word.folded())
                && (!single
                        || Character.isIdeographic(word.written().codePointAt(0))
                        || Character.isDigit(word.written().codePointAt(0)));
    }
}
