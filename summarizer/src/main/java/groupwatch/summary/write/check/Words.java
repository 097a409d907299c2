package groupwatch.summary.write.check;

import groupwatch.summary.text.Compared;
import java.util.List;
import java.util.regex.Pattern;

/** Text reduced to what two ways of writing the same have in common. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Its words, folded. */
    static List<String> of(String text) {
        return BETWEEN.splitAsStream(Compared.of(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Its letters and digits, folded, without anything between them. */
    static String letters(String text) {
        return String.join("", of(text));
    }
}
