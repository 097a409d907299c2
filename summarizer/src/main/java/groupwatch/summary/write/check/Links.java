package groupwatch.summary.write.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What in a text leads somewhere: links, e-mail addresses, and numbers long enough to be called or paid to. A sentence may hold one only when a
 * message it cites does.
 */
final class Links {

    /** Spelled out, or an e-mail address, or a name with a dot in it that could be a host's. Every repetition is bounded: the text is hostile. */
    private static final Pattern LINK = Pattern.compile("(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)[^\\s<>\"”»]+"
            + "|(?:javascript|data|vbscript|mailto|tel|sms|whatsapp|intent):[^\\s<>\"”»]+"
            + "|[^\\s<>\"“”«»()@,;:]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,24}"
            + "|(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{2,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,24}(?![\\p{L}\\p{N}])"
            + "(?:[/:?][^\\s<>\"”»]*)?");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[ ./\\u00A0\\u2010-\\u2015-]?\\p{Nd}){6,}+");

    /** Dates, spans of years, and spans of times are long and lead nowhere. */
    private static final Pattern DATE = Pattern.compile("(?<!\\p{Nd})(?:"
            + "\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}"
            + "|\\p{Nd}{1,2}[-/.] ?\\p{Nd}{1,2}[-/.] ?\\p{Nd}{4}"
            + "|(?:19|20)\\p{Nd}{2} ?[-–/] ?(?:19|20)\\p{Nd}{2}"
            + "|\\p{Nd}{1,2}\\.\\p{Nd}{2} ?[-–] ?\\p{Nd}{1,2}\\.\\p{Nd}{2}"
            + ")(?![.-]?\\p{Nd})");

    private static final Pattern TRAILING = Pattern.compile("[\\p{P}\\p{S}&&[^/=]]+$|/+$");
    private static final Pattern LEADING = Pattern.compile("^(?:https?://)?(?:www\\.)?");

    private Links() {}

    /** Whether there is any. */
    static boolean in(String text) {
        String folded = Words.folded(text);
        return LINK.matcher(folded).find() || !numbers(folded).isEmpty();
    }

    /** Whether each of a text's is in a source, too. */
    static boolean areAllIn(String text, String source) {
        String folded = Words.folded(text);
        Set<String> links = links(folded);
        Set<String> numbers = numbers(folded);
        if (links.isEmpty() && numbers.isEmpty()) {
            return true;
        }
        String foldedSource = Words.folded(source);
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
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(folded);
        while (matcher.find()) {
            String trimmed = TRAILING.matcher(matcher.group()).replaceAll("");
            links.add(LEADING.matcher(trimmed).replaceFirst(""));
        }
        return links;
    }

    private static String host(String link) {
        int end = link.indexOf('/');
        return end < 0 || link.contains("@") ? link : link.substring(0, end);
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
