package groupwatch.summary.ask.answer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full stops that end no sentence. */
final class Abbreviations {

    private static final Set<String> KNOWN = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "approx", "e.g", "i.e", "sr", "sra", "srta", "dra", "d",
            "n", "nº", "tel", "av", "sig", "sig.ra", "dott", "ing", "avv", "hr", "fr", "nr", "str", "z.b", "u.a", "bzw",
            "ca", "usw", "evtl", "p.ex", "p", "pag", "ee.uu", "ud", "uds");

    private static final Pattern LAST = Pattern.compile("([\\p{L}\\p{N}º.]+)\\.$");
    /** A number at the beginning of a line, and a German ordinal. */
    private static final Pattern ORDINAL =
            Pattern.compile("(?:^|\\b(?i:am|der|die|das|den|dem|des|vom|zum|beim|bis|ab|seit) )\\d{1,2}\\.$");

    private static final int TAIL = 40;

    private Abbreviations() {}

    /** Whether the text ends with one. */
    static boolean end(CharSequence text) {
        String tail = text.subSequence(Math.max(0, text.length() - TAIL), text.length())
                .toString();
        if (ORDINAL.matcher(text.length() <= TAIL ? tail : " " + tail).find()) {
            return true;
        }
        Matcher last = LAST.matcher(tail);
        if (!last.find()) {
            return false;
        }
        String word = last.group(1);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }
}
