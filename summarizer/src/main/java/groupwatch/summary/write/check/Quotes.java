package groupwatch.summary.write.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in quotation marks. A name or a title of one or two words is no quotation; more is, and then its words must have been said. */
final class Quotes {

    private static final Pattern QUOTED =
            Pattern.compile("„([^„“”]*)[“”]|“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|»([^«»]*)«|「([^「」]*)」|『([^『』]*)』");
    private static final Pattern LEFT_OUT = Pattern.compile("…|\\.\\.\\.|\\[[^\\]]*\\]");
    private static final int WORDS = 3;
    private static final int LETTERS_WITHOUT_SPACES = 8;

    private Quotes() {}

    /** Whether the words of each were said, whatever their case and punctuation. */
    static boolean areAllIn(String text, String source) {
        List<String> quoted = in(text);
        if (quoted.isEmpty()) {
            return true;
        }
        String said = Words.letters(source);
        return quoted.stream().map(Words::letters).allMatch(said::contains);
    }

    private static List<String> in(String text) {
        List<String> quoted = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            LEFT_OUT.splitAsStream(group(matcher)).filter(Quotes::isLong).forEach(quoted::add);
        }
        return quoted;
    }

    private static String group(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static boolean isLong(String part) {
        List<String> words = Words.of(part);
        return words.size() >= WORDS
                || words.stream()
                        .anyMatch(word -> Character.isIdeographic(word.codePointAt(0))
                                && word.length() >= LETTERS_WITHOUT_SPACES);
    }
}
