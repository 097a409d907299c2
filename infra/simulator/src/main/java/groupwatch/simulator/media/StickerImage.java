package groupwatch.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A lossless WebP of one colour: every prefix code has a single symbol, so that its pixels take no bits at all. */
final class StickerImage {

    static final String MIME = "image/webp";
    static final int SIZE = 512;

    private final byte[] bits = new byte[32];
    private int length;

    private StickerImage() {}

    static byte[] webp(int red, int green, int blue) {
        var image = new StickerImage();
        image.write(0x2f, 8); // signature
        image.write(SIZE - 1, 14);
        image.write(SIZE - 1, 14);
        image.write(1, 1); // has transparency
        image.write(0, 3); // version
        image.write(0, 3); // no transform, no colour cache, one set of prefix codes
        for (int symbol : new int[] {green, red, blue, 0xff, 0}) {
            image.write(0b101, 3); // simple, one symbol, of eight bits
            image.write(symbol, 8);
        }
        return image.riff();
    }

    private void write(int value, int count) {
        for (int bit = 0; bit < count; bit++, length++) {
            if ((value >> bit & 1) == 1) {
                bits[length / 8] |= (byte) (1 << length % 8);
            }
        }
    }

    private byte[] riff() {
        var chunk = (length + 7) / 8;
        var padded = chunk + chunk % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(chunk)
                .put(bits, 0, padded)
                .array();
    }
}
