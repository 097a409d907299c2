package groupwatch.events.evolution;

import java.nio.charset.StandardCharsets;

/**
 * Tells of a webhook's bytes, without parsing them, whether its {@code data} may be an array. Of nearly all it is an object, and they are
 * not worth a tree only to see that.
 */
final class WebhookArray {

    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body;

    private WebhookArray(byte[] body) {
        this.body = body;
    }

    /** False only when it is none. */
    static boolean mayBeIn(byte[] body) {
        return new WebhookArray(body).find();
    }

    private boolean find() {
        int depth = 0;
        for (int at = 0; at < body.length; at++) {
            switch (body[at]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    int end = endOfString(at);
                    if (depth == 1 && isData(at + 1, end) && isArrayAfter(end + 1)) {
                        return true;
                    }
                    at = end;
                }
                default -> {
                    // between strings nothing else matters
                }
            }
        }
        return false;
    }

    private int endOfString(int quote) {
        int at = quote + 1;
        while (at < body.length && body[at] != '"') {
            at += body[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** A name with an escape in it may be anything. */
    private boolean isData(int from, int end) {
        for (int at = from; at < end && at < body.length; at++) {
            if (body[at] == '\\') {
                return true;
            }
            if (at - from >= DATA.length || body[at] != DATA[at - from]) {
                return false;
            }
        }
        return end - from == DATA.length;
    }

    private boolean isArrayAfter(int from) {
        int colon = skipWhitespace(from);
        int value = skipWhitespace(colon + 1);
        return colon < body.length && body[colon] == ':' && value < body.length && body[value] == '[';
    }

    private int skipWhitespace(int from) {
        int at = from;
        while (at < body.length && body[at] <= ' ' && body[at] >= 0) {
            at++;
        }
        return at;
    }
}
