package groupwatch.events.evolution;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that claim to be a JSON text, made into UTF-8; and keys blanked in what is no JSON and so has no tokens. */
final class WebhookScanText {

    private static final Pattern KEY = Pattern.compile("(?i)api[_-]?key[\"']?\\s*+[:=]\\s*+");

    private WebhookScanText() {}

    /** Without byte order mark, and out of UTF-16 when that is what it is. The same array when it needs nothing. */
    static byte[] utf8(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return Arrays.copyOfRange(body, 3, body.length);
        }
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            return converted(body, StandardCharsets.UTF_16);
        }
        // every JSON text begins with an ASCII character: a zero beside it gives the byte order away
        if (startsWith(body, 0, '{')) {
            return converted(body, StandardCharsets.UTF_16BE);
        }
        return startsWith(body, '{', 0) ? converted(body, StandardCharsets.UTF_16LE) : body;
    }

    /** With U+FFFD for each byte that is no UTF-8. The same array when all are. */
    static byte[] repaired(byte[] body) {
        byte[] repaired = converted(body, StandardCharsets.UTF_8);
        return Arrays.equals(repaired, body) ? body : repaired;
    }

    /** As received, but for what follows anything that looks like the name of an API key. */
    static byte[] withoutKeys(byte[] body) {
        // one character a byte: positions in the text are positions in the body
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher key = KEY.matcher(text);
        WebhookScanSplices splices = new WebhookScanSplices();
        for (int from = 0; key.find(from); ) {
            int start = key.end();
            int end = endOfValue(text, start);
            splices.replace(start, end, isQuote(text, start) ? "\"\"" : "");
            from = Math.max(end, start);
            if (from >= text.length()) {
                break;
            }
        }
        return splices.apply(body);
    }

    private static int endOfValue(String text, int start) {
        if (!isQuote(text, start)) {
            int end = start;
            while (end < text.length() && " \t\r\n,;&}]<\"'".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(start)) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private static byte[] converted(byte[] body, Charset from) {
        return new String(body, from).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] body, int... bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (at >= body.length || (body[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
