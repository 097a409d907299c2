package groupwatch.media.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outer form of a WebP file (RFC 9649). ffmpeg reads still ones only: of a moving one, the first frame is handed on as a still one.
 *
 * @param width of the canvas
 * @param frame the first one of a moving picture; absent when it has none, or a broken one
 */
record Webp(int width, int height, @Nullable Frame frame) {

    private static final int HEADER = 12;
    private static final int LARGEST_FRAME = 16 << 20;
    private static final int MOST_CHUNKS = 64;
    private static final int ANIMATED = 0x02;
    private static final int HAS_ALPHA = 0x10;

    /**
     * A frame, which may cover a part of the canvas only.
     *
     * @param still a WebP file of its own
     */
    record Frame(int x, int y, int width, int height, ByteBuffer still) {}

    private record Chunk(String name, ByteBuffer bytes) {}

    /** Null when it is no moving picture. */
    static @Nullable Webp moving(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, HEADER, 18);
            if (!name(start).equals("VP8X") || (start.get(8) & ANIMATED) == 0) {
                return null;
            }
            return new Webp(three(start, 12) + 1, three(start, 15) + 1, firstFrame(channel, HEADER + 18));
        } catch (EOFException tooShort) {
            return null;
        }
    }

    private static @Nullable Frame firstFrame(FileChannel channel, long first) throws IOException {
        long at = first;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            ByteBuffer header = read(channel, at, 8);
            long size = Integer.toUnsignedLong(header.getInt(4));
            if (name(header).equals("ANMF")) {
                return size < 16 || size > LARGEST_FRAME ? null : frame(read(channel, at + 8, (int) size));
            }
            at += 8 + size + (size & 1);
        }
        return null;
    }

    private static @Nullable Frame frame(ByteBuffer content) {
        int width = three(content, 6) + 1;
        int height = three(content, 9) + 1;
        List<Chunk> chunks = chunks(content.slice(16, content.limit() - 16).order(ByteOrder.LITTLE_ENDIAN));
        List<Chunk> picture = chunks.stream()
                .filter(chunk -> List.of("ALPH", "VP8 ", "VP8L").contains(chunk.name()))
                .toList();
        if (picture.stream().allMatch(chunk -> chunk.name().equals("ALPH"))) {
            return null;
        }
        return new Frame(three(content, 0) * 2, three(content, 3) * 2, width, height, still(width, height, picture));
    }

    private static List<Chunk> chunks(ByteBuffer bytes) {
        List<Chunk> chunks = new ArrayList<>();
        int at = 0;
        while (bytes.limit() - at >= 8 && chunks.size() < MOST_CHUNKS) {
            ByteBuffer header = bytes.slice(at, 8).order(ByteOrder.LITTLE_ENDIAN);
            long size = Integer.toUnsignedLong(header.getInt(4));
            if (size > bytes.limit() - at - 8) {
                break;
            }
            chunks.add(new Chunk(name(header), bytes.slice(at + 8, (int) size)));
            at = (int) Math.min(bytes.limit(), at + 8 + size + (size & 1));
        }
        return chunks;
    }

    private static ByteBuffer still(int width, int height, List<Chunk> picture) {
        boolean alpha = picture.stream().anyMatch(chunk -> chunk.name().equals("ALPH"));
        int size = picture.stream().mapToInt(chunk -> 9 + chunk.bytes().limit()).sum();
        ByteBuffer file = ByteBuffer.allocate(HEADER + 18 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
        if (alpha) {
            file.put(ascii("VP8X")).putInt(10).putInt(HAS_ALPHA);
            putThree(file, width - 1);
            putThree(file, height - 1);
        }
        for (Chunk chunk : picture) {
            file.put(ascii(chunk.name()))
                    .putInt(chunk.bytes().limit())
                    .put(chunk.bytes().duplicate());
            if ((chunk.bytes().limit() & 1) == 1) {
                file.put((byte) 0);
            }
        }
        return file.putInt(4, file.position() - 8).flip();
    }

    private static ByteBuffer read(FileChannel channel, long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static String name(ByteBuffer header) {
        byte[] letters = new byte[4];
        header.get(0, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int three(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0xff) | (bytes.get(at + 1) & 0xff) << 8 | (bytes.get(at + 2) & 0xff) << 16;
    }

    private static void putThree(ByteBuffer bytes, int value) {
        bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
}
