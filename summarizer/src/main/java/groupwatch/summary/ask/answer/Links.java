package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.find.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses in a text. One may be said only where a message that is cited has it, and none that runs something. */
final class Links {

    private static final Pattern ADDRESS = Pattern.compile(
            // also those that run something, call somebody or pay
            "\\b(?:[a-z][a-z0-9+.-]{1,20}://|(?:javascript|vbscript|data(?=:[a-z]+/)|file|blob|mailto|tel|sms|whatsapp|tg|intent|market|magnet|bitcoin):)[^\\s<>\"“”„«»\\[\\]]+"
                    // and without one, an address by its name: example.org, www.example.org/a
                    + "|(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*)\\.)+[\\p{L}]{2,24}(?![\\p{L}\\p{N}])(?:[/?#:][^\\s<>\"“”„«»()\\[\\]]*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern RUNS = Pattern.compile("(?:javascript|vbscript|data|file|blob):.*");

    private static final Pattern LEADING = Pattern.compile("^(?:https?://)?(?:www\\.)?");
    private static final Pattern TRAILING = Pattern.compile("[/.,;:!?'’…)]+$");

    private static final Pattern DAY = Pattern.compile("\\d{1,2}\\.\\p{L}+");

    private Links() {}

    static boolean areKnown(String text, List<Source> cited) {
        Set<String> said = of(text);
        return said.isEmpty()
                || said.stream().noneMatch(RUNS.asMatchPredicate())
                        && cited.stream()
                                .flatMap(source ->
                                        of(Disarmed.oneLine(source.line().text())).stream())
                                .collect(Collectors.toSet())
                                .containsAll(said);
    }

    private static Set<String> of(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> bare(found.group()))
                .filter(Predicate.not(Links::isNone))
                .collect(Collectors.toSet());
    }

    /** "3.März", "p.ex.": a full stop and no blank. */
    private static boolean isNone(String address) {
        return address.isEmpty() || DAY.matcher(address).matches() || Abbreviations.contain(address);
    }

    private static String bare(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return TRAILING.matcher(LEADING.matcher(lower).replaceFirst("")).replaceFirst("");
    }
}
