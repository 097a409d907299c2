package groupwatch.kit.logging;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes the middle out of phone numbers and JIDs: {@code 5511999990001} becomes {@code 55119*****01}. Five digits stay in front
 * and two at the end: enough to tell two people apart in a log, too little to call one.
 *
 * <p>Left alone: UUIDs, hexadecimal ids, decimals, and numbers that are times (seconds or milliseconds since 1970, up to 2033).
 */
public final class PhoneMask {

    private static final Pattern SUSPECTS = Pattern.compile(
            // kept, and matched first so that no part of them is taken for a number
            "(?<uuid>\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)"
                    // 5511999990001:12@s.whatsapp.net, 5511999990001-1612345678@g.us; the part before the @ is masked
                    + "|(?<jid>\\d{7,20}(?=(?:[-:_.]\\d+)*+@))"
                    // +55 (11) 99999-0001
                    + "|(?<written>\\+\\d[\\d ()./-]{7,22}\\d)"
                    + "|(?<bare>(?<![0-9A-Za-z_])(?<![0-9]\\.)\\d{10,15}(?![0-9A-Za-z]|\\.[0-9]))");

    private static final Pattern TIME = Pattern.compile("1\\d{9}|1\\d{12}");

    private PhoneMask() {}

    /** The text with its numbers masked; the same object when there is none. */
    public static String mask(String text) {
        return mayHoldNumber(text) ? SUSPECTS.matcher(text).replaceAll(PhoneMask::masked) : text;
    }

    /** Most lines hold no seven digits in a row and are spared the search. */
    private static boolean mayHoldNumber(String text) {
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one >= '0' && one <= '9') {
                if (++digits == 7) {
                    return true;
                }
            } else if (one == '+') {
                return true;
            } else {
                digits = 0;
            }
        }
        return false;
    }

    private static String masked(MatchResult found) {
        String text = found.group();
        if (found.start("uuid") >= 0
                || found.start("bare") >= 0 && TIME.matcher(text).matches()) {
            return text;
        }
        String plus = text.startsWith("+") ? "+" : "";
        String digits = text.replaceAll("\\D", "");
        return digits.length() < 7
                ? text
                : plus + digits.substring(0, 5) + "*****" + digits.substring(digits.length() - 2);
    }
}
