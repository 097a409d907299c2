package groupwatch.store.receive;

/**
 * A JSON body whose strings PostgreSQL can store: the escapes of NUL and of surrogates without their other half read
 * as U+FFFD, and so do surrogates written as bytes. Every replacement is as long as what it replaces.
 */
final class StorableBody {

    private static final byte[] REPLACEMENT = {'f', 'f', 'f', 'd'};

    private byte[] body;
    private boolean copied;

    private StorableBody(byte[] body) {
        this.body = body;
    }

    /** The same array when there is nothing to replace. */
    static byte[] of(byte[] body) {
        return new StorableBody(body).clean();
    }

    private byte[] clean() {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\\') {
                i = escape(i);
            } else if (body[i] == (byte) 0xED && i + 2 < body.length && (body[i + 1] & 0xE0) == 0xA0) {
                replace(i, new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD});
                i += 2;
            }
        }
        return body;
    }

    /** @return the index of the escape's last byte */
    private int escape(int at) {
        int unit = unit(at);
        if (unit < 0) {
            return at + 1;
        }
        if (Character.isHighSurrogate((char) unit)) {
            int next = unit(at + 6);
            if (next >= 0 && Character.isLowSurrogate((char) next)) {
                return at + 11;
            }
        }
        if (unit == 0 || Character.isSurrogate((char) unit)) {
            replace(at + 2, REPLACEMENT);
        }
        return at + 5;
    }

    /** The UTF-16 unit of a four-digit escape that begins here, or -1. */
    private int unit(int at) {
        if (at + 5 >= body.length || body[at] != '\\' || body[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private void replace(int at, byte[] by) {
        if (!copied) {
            body = body.clone();
            copied = true;
        }
        System.arraycopy(by, 0, body, at, by.length);
    }
}
