package groupwatch.simulator.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JSON of a row. Thumbnails and hashes are written as objects of numbers, which is long and packs well; short rows stay as they are. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Packed(byte[] bytes, int length) {

    private static final int SHORT = 1024;

    static Packed of(byte[] whole) {
        if (whole.length <= SHORT) {
            return new Packed(whole, whole.length);
        }
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(whole);
            deflater.finish();
            var packed = new byte[whole.length];
            var size = deflater.deflate(packed);
            // what does not get shorter does not fit either
            return deflater.finished()
                    ? new Packed(Arrays.copyOf(packed, size), whole.length)
                    : new Packed(whole, whole.length);
        } finally {
            deflater.end();
        }
    }

    byte[] unpacked() {
        if (bytes.length == length) {
            return bytes;
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            var whole = new byte[length];
            inflater.inflate(whole);
            return whole;
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }
}
