package groupwatch.watchdog.code;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A square picture in black and white as PNG, one bit a pixel. Java's own writer takes the desktop's libraries, which small containers lack,
 * and a file on disk.
 */
final class PngImage {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** One bit a pixel, grey, and the only ways of packing, filtering and interlacing there are. */
    private static final byte[] FORMAT = {1, 0, 0, 0, 0};

    private PngImage() {}

    @FunctionalInterface
    interface Pixels {
        boolean isBlack(int x, int y);
    }

    static byte[] of(int size, Pixels pixels) {
        ByteBuffer header = ByteBuffer.allocate(2 * Integer.BYTES + FORMAT.length);
        header.putInt(size).putInt(size).put(FORMAT);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", deflated(rows(size, pixels)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row begins with the number of its filter: none. A set bit is white. */
    private static byte[] rows(int size, Pixels pixels) {
        int length = 1 + (size + Byte.SIZE - 1) / Byte.SIZE;
        byte[] rows = new byte[length * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (!pixels.isBlack(x, y)) {
                    rows[y * length + 1 + x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
                }
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        ByteBuffer named = ByteBuffer.allocate(type.length() + content.length);
        named.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 check = new CRC32();
        check.update(named.array());
        png.writeBytes(number(content.length));
        png.writeBytes(named.array());
        png.writeBytes(number((int) check.getValue()));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
