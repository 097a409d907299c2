package groupwatch.summary.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What in a text leads somewhere: links, e-mail addresses, and numbers long enough to be called or paid to. What a model writes may hold one only
 * where a message it cites does, and none that runs something at all.
 */
public final class Links {

    private static final String REST = "[^\\s<>\"“”„«»\\[\\]]";
    private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]{0,62}";
    private static final String HOST = LABEL + "(?:\\." + LABEL
            + "){0,8}\\.(?:xn--[a-z0-9-]{1,59}|\\p{L}[\\p{L}\\p{M}]{1,23})(?![\\p{L}\\p{M}\\p{N}])";

    /** Every repetition that can be tried again is bounded: the text is hostile. */
    private static final Pattern LINK = Pattern.compile(
            // spelled out
            "(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)" + REST + "+"
                    // what runs something, calls somebody, or pays
                    + "|(?<![a-z0-9])(?:javascript|vbscript|data(?=:(?:[a-z]+/|[,;]))|file|blob|mailto|tel|sms|whatsapp|tg|intent|market|magnet"
                    + "|bitcoin):" + REST + "+"
                    + "|[^\\s<>\"“”«»()@,;:]{1,64}@" + HOST
                    // a name with a dot in it that could be a host's
                    + "|(?<![\\p{L}\\p{M}\\p{N}])" + HOST + "(?:[/:?#]" + REST + "*)?");

    private static final Pattern RUNS = Pattern.compile("(?:javascript|vbscript|data|file|blob):.*");

    /** A day with its month and no blank, and abbreviations with a dot in them that could be a host's name. */
    private static final Pattern DAY = Pattern.compile("\\p{Nd}{1,2}\\.\\p{L}{3,}");

    private static final Set<String> ABBREVIATIONS =
            Set.of("p.ex", "sig.ra", "sig.na", "v.chr", "n.chr", "ee.uu", "rr.hh", "ff.aa", "cc.oo", "ss.mm");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[ ./\\u00A0\\u2010-\\u2015-]?\\p{Nd}){6,}+");

    /** Dates, spans of years, and spans of times are long and lead nowhere. */
    private static final Pattern DATE = Pattern.compile("(?<!\\p{Nd})(?:"
            + "\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}"
            + "|\\p{Nd}{1,2}[-/.] ?\\p{Nd}{1,2}[-/.] ?\\p{Nd}{4}"
            + "|(?:19|20)\\p{Nd}{2} ?[-–/] ?(?:19|20)\\p{Nd}{2}"
            + "|\\p{Nd}{1,2}\\.\\p{Nd}{2} ?[-–] ?\\p{Nd}{1,2}\\.\\p{Nd}{2}"
            + ")(?![.-]?\\p{Nd})");

    private static final Pattern TRAILING = Pattern.compile("[\\p{P}\\p{S}&&[^=]]+$");
    private static final Pattern LEADING = Pattern.compile("^(?:https?://)?(?:www\\.)?");
    private static final Pattern BEHIND_HOST = Pattern.compile("[/:?#].*");

    private Links() {}

    /** Whether there is any. */
    public static boolean in(String text) {
        String folded = Compared.of(text);
        return !links(folded).isEmpty() || !numbers(folded).isEmpty();
    }

    /** Whether each of a text's is in a source, too, and none runs something. */
    public static boolean areAllIn(String text, String source) {
        String folded = Compared.of(text);
        Set<String> links = links(folded);
        Set<String> numbers = numbers(folded);
        if (links.isEmpty() && numbers.isEmpty()) {
            return true;
        }
        if (links.stream().anyMatch(RUNS.asMatchPredicate())) {
            return false;
        }
        String foldedSource = Compared.of(source);
        return areAllLinksIn(links, links(foldedSource)) && areAllNumbersIn(numbers, numbers(foldedSource));
    }

    /** The host alone stands for an address on it. */
    private static boolean areAllLinksIn(Set<String> links, Set<String> given) {
        Set<String> hosts = given.stream().map(Links::host).collect(Collectors.toSet());
        return links.stream().allMatch(link -> given.contains(link) || hosts.contains(link));
    }

    /** With or without the country in front; numbers that stand side by side read as one. */
    private static boolean areAllNumbersIn(Set<String> numbers, Set<String> given) {
        return numbers.stream()
                .allMatch(number -> given.stream().anyMatch(other -> other.contains(number) || number.contains(other)));
    }

    private static Set<String> links(String folded) {
        return LINK.matcher(folded)
                .results()
                .map(found -> bare(found.group()))
                .filter(link ->
                        !ABBREVIATIONS.contains(link) && !DAY.matcher(link).matches())
                .collect(Collectors.toSet());
    }

    private static String bare(String link) {
        return LEADING.matcher(TRAILING.matcher(link).replaceFirst("")).replaceFirst("");
    }

    private static String host(String link) {
        return link.contains("@") ? link : BEHIND_HOST.matcher(link).replaceFirst("");
    }

    private static Set<String> numbers(String folded) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(DATE.matcher(folded).replaceAll("|"));
        while (matcher.find()) {
            numbers.add(digits(matcher.group()));
        }
        return numbers;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        number.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, 10))
                .forEach(digits::append);
        return digits.toString();
    }
}
