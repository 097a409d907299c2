package groupwatch.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A lossless WebP of one colour, or one that moves between two: every prefix code has a single symbol, so that pixels take no bits. */
final class StickerImage {

    static final String MIME = "image/webp";
    static final int SIZE = 512;

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final int FRAME_MILLIS = 500;

    private final byte[] bits = new byte[32];
    private int length;

    private StickerImage() {}

    static byte[] webp(int red, int green, int blue) {
        return riff(frame(red, green, blue));
    }

    /** The colour and its complement, half a second each, for ever. */
    static byte[] moving(int red, int green, int blue) {
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(ANIMATION | ALPHA);
        three(three(extended, SIZE - 1), SIZE - 1);
        return riff(
                chunk("VP8X", extended.array()),
                chunk("ANIM", new byte[6]),
                chunk("ANMF", shown(frame(red, green, blue))),
                chunk("ANMF", shown(frame(0xff - red, 0xff - green, 0xff - blue))));
    }

    static boolean moves(byte[] webp) {
        return webp.length > 16 && new String(webp, 12, 4, StandardCharsets.US_ASCII).equals("VP8X");
    }

    private static byte[] shown(byte[] frame) {
        var shown = ByteBuffer.allocate(16 + frame.length).order(ByteOrder.LITTLE_ENDIAN);
        three(three(three(three(three(shown, 0), 0), SIZE - 1), SIZE - 1), FRAME_MILLIS);
        return shown.put((byte) 0).put(frame).array();
    }

    /** A number in three bytes. */
    private static ByteBuffer three(ByteBuffer buffer, int value) {
        return buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static byte[] frame(int red, int green, int blue) {
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
        return chunk("VP8L", Arrays.copyOf(image.bits, (image.length + 7) / 8));
    }

    private void write(int value, int count) {
        for (int bit = 0; bit < count; bit++, length++) {
            if ((value >> bit & 1) == 1) {
                bits[length / 8] |= (byte) (1 << length % 8);
            }
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] riff(byte[]... chunks) {
        var length = Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum();
        var riff = ByteBuffer.allocate(12 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (var chunk : chunks) {
            riff.put(chunk);
        }
        return riff.array();
    }
}
