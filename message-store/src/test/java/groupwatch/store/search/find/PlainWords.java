package groupwatch.store.search.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, found in the plainest way: what the search is compared with. */
final class PlainWords {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private PlainWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Matcher characters = CHARACTER.matcher(text);
        while (characters.find()) {
            String character = characters.group();
            int point = character.codePointAt(0);
            if (Character.isLetterOrDigit(point)) {
                word.append(character);
                continue;
            }
            end(word, words);
            if (Character.isExtendedPictographic(point) || point >= 0x1F1E6 && point <= 0x1F1FF) {
                words.add(character.replaceAll("[\uFE0F\\x{1F3FB}-\\x{1F3FF}]", ""));
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(Normalizer.normalize(word, Normalizer.Form.NFD)
                    .replaceAll("\\p{Mn}", "")
                    .toLowerCase(Locale.ROOT)
                    .replace("ß", "ss"));
            word.setLength(0);
        }
    }
}
