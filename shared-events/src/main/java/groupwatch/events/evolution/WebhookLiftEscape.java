package groupwatch.events.evolution;

/** An escape in a JSON string, which may be cut anywhere. */
final class WebhookLiftEscape {

    /** What is behind a backslash and has no business there. */
    private static final int WRONG = 0xFFFF;

    private boolean open;
    private int digits = -1;
    private int value;

    /** At a backslash. */
    void open() {
        open = true;
        digits = -1;
    }

    boolean isOpen() {
        return open;
    }

    /** @return the character that is meant; negative: not known yet */
    int take(int next) {
        if (digits >= 0) {
            return digit(next);
        }
        if (next == 'u') {
            digits = 0;
            value = 0;
            return -1;
        }
        open = false;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> WRONG;
        };
    }

    private int digit(int next) {
        int digit = next < 0 ? -1 : Character.digit((char) next, 16);
        // no JSON from here on: the string goes on, so that its end is found
        value = digit < 0 ? WRONG : value << 4 | digit;
        digits++;
        if (digits < 4 && digit >= 0) {
            return -1;
        }
        open = false;
        return value;
    }
}
