package groupwatch.summary.extract.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Breaks a text into words: runs of letters, and figures with what is written into them, as in {@code 1.980}, {@code 8:45}, {@code 20h30}. */
public final class Words {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}]*+\\p{N}++(?:[.,:/]\\p{N}++)*+[\\p{L}\\p{M}]*+\\p{N}*+|[\\p{L}\\p{M}]++");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    /** In the order of the text. */
    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(new Word(fold(found.group()), found.start(), found.end()));
        }
        return words;
    }

    /** Case and accents make no difference. */
    public static String fold(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(letter -> letter < 0x80)) {
            return lower;
        }
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").replace("ß", "ss");
    }
}
