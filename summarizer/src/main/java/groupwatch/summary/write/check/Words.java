package groupwatch.summary.write.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what two ways of writing the same have in common. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Lower case, in the forms that look the same. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Its words, folded. */
    static List<String> of(String text) {
        return BETWEEN.splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Its letters and digits, folded, without anything between them. */
    static String letters(String text) {
        return String.join("", of(text));
    }
}
