package groupwatch.events.evolution;

import java.nio.charset.StandardCharsets;

/** The name of the member that is being read, as far as it may be one that matters: at most so long, each character written as an escape. */
final class WebhookLiftName {

    private static final int LONGEST = 64;

    private final byte[] bytes = new byte[LONGEST];
    private int length;

    void begin() {
        length = 0;
    }

    void add(byte[] from, int start, int end) {
        int more = end - start;
        if (length + more <= LONGEST) {
            System.arraycopy(from, start, bytes, length, more);
        }
        length += more;
    }

    boolean is(String name) {
        return text().equals(name);
    }

    boolean isOfKey() {
        return length >= 6 && WebhookScan.holdsKey(text());
    }

    private String text() {
        return length > LONGEST ? "" : resolved(bytes, length);
    }

    /** Whether a string that came from outside looks like what stands in place of a file. */
    static boolean saysClaim(byte[] string) {
        return resolved(string, string.length).startsWith("\"claim:");
    }

    private static String resolved(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        WebhookLiftEscape escape = new WebhookLiftEscape();
        StringBuilder resolved = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (escape.isOpen()) {
                int found = escape.take(character);
                if (found >= 0) {
                    resolved.append((char) found);
                }
            } else if (character == '\\') {
                escape.open();
            } else {
                resolved.append(character);
            }
        }
        return resolved.toString();
    }
}
