package groupwatch.events.evolution;

import java.io.ByteArrayOutputStream;

/** The body without its file: held until it is too large, given out from then on. */
final class WebhookLiftRest {

    private final int limit;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean given;

    WebhookLiftRest(int limit) {
        this.limit = limit;
    }

    int write(byte[] bytes, int from, int to) {
        waiting.write(bytes, from, to - from);
        given |= waiting.size() > limit;
        return to;
    }

    void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** What to write now. */
    byte[] drain() {
        if (!given) {
            return new byte[0];
        }
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        return bytes;
    }

    boolean isGiven() {
        return given;
    }

    int heldSize() {
        return given ? 0 : waiting.size();
    }

    byte[] held() {
        return given ? new byte[0] : waiting.toByteArray();
    }
}
