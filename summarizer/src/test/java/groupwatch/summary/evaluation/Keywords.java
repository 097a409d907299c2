package groupwatch.summary.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared, however they are written: without case, accents and what stands between them. */
final class Keywords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,:/](?=\\p{N})\\p{N}+[\\p{L}\\p{N}]*)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Keywords() {}

    static List<String> of(String text) {
        var folded = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss");
        var words = new ArrayList<String>();
        var found = WORD.matcher(folded);
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /** Whether a phrase, whole words in a row, stands in the words. A last word of five letters or more stands for its other endings too. */
    static boolean contain(List<String> words, String phrase) {
        var sought = of(phrase);
        for (var at = 0; at + sought.size() <= words.size(); at++) {
            var from = at;
            var all = true;
            for (var next = 0; all && next < sought.size(); next++) {
                all = same(words.get(from + next), sought.get(next));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String word, String sought) {
        return word.equals(sought)
                || sought.length() >= 5 && !Character.isDigit(sought.charAt(0)) && word.startsWith(sought);
    }
}
