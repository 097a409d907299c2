package groupwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An MP4 (ISO 14496-12) whose every frame, one a second, is the same JPEG: small, and as long as it says. */
final class Clip {

    static final String MIME = "video/mp4";

    /** Header of a box that says nothing, with its length as 64 bits. */
    static final int FREE = 16;

    private static final int FRAME_MILLIS = 1000;
    private static final int JPEG_OBJECT = 0x6c;
    private static final int[] UNITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private final byte[] frame;
    private final int seconds;

    private Clip(byte[] frame, int seconds) {
        this.frame = frame;
        this.seconds = Math.max(1, seconds);
    }

    static byte[] mp4(byte[] jpeg, int seconds) {
        return new Clip(jpeg, seconds).bytes();
    }

    /** The clip, and at its end the header of a box that so many further bytes fill. */
    static byte[] withRoom(byte[] clip, long room) {
        var size = ByteBuffer.allocate(8).putLong(FREE + room).array();
        return joined(clip, ints(1), ascii("free"), size);
    }

    private byte[] bytes() {
        var type = box("ftyp", ascii("isom"), ints(512), ascii("isomiso2mp41"));
        var data = box("mdat", frame);
        return joined(type, data, movie(type.length + 8));
    }

    private byte[] movie(int frameAt) {
        var millis = seconds * FRAME_MILLIS;
        var header = joined(ints(0, 0, 0, 1000, millis, 0x10000), new byte[] {1, 0}, new byte[10]);
        var table = box(
                "stbl",
                box("stsd", ints(0, 1), sampleEntry()),
                box("stts", ints(0, 1, seconds, FRAME_MILLIS)),
                box("stsc", ints(0, 1, 1, 1, 1)),
                box("stsz", ints(0, frame.length, seconds)),
                box("stco", ints(0, seconds), repeated(frameAt)));
        var media = box(
                "mdia",
                box("mdhd", ints(0, 0, 0, 1000, millis, 0x55c40000)),
                box("hdlr", ints(0, 0), ascii("vide"), new byte[12], ascii("simulated"), new byte[1]),
                box(
                        "minf",
                        box("vmhd", ints(1, 0, 0)),
                        box("dinf", box("dref", ints(0, 1), box("url ", ints(1)))),
                        table));
        var track = box(
                "tkhd",
                ints(3, 0, 0, 1, 0, millis, 0, 0, 0, 0),
                ints(UNITY),
                ints(Picture.WIDTH << 16, Picture.HEIGHT << 16));
        return box("moov", box("mvhd", header, ints(UNITY), new byte[24], ints(2)), box("trak", track, media));
    }

    /** {@code mp4v} with JPEG frames (ISO 14496-1, object type 0x6C). */
    private static byte[] sampleEntry() {
        var size = ByteBuffer.allocate(4)
                .putShort((short) Picture.WIDTH)
                .putShort((short) Picture.HEIGHT)
                .array();
        var decoder = joined(new byte[] {4, 13, JPEG_OBJECT, 0x11}, new byte[11]);
        var stream = joined(new byte[] {3, (byte) (3 + decoder.length + 3), 0, 1, 0}, decoder, new byte[] {6, 1, 2});
        return box(
                "mp4v",
                new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
                new byte[16],
                size,
                ints(0x480000, 0x480000, 0),
                new byte[] {0, 1},
                new byte[32],
                new byte[] {0, 0x18, (byte) 0xff, (byte) 0xff},
                box("esds", ints(0), stream));
    }

    private byte[] repeated(int value) {
        var all = new int[seconds];
        Arrays.fill(all, value);
        return ints(all);
    }

    private static byte[] box(String type, byte[]... parts) {
        var body = joined(parts);
        return joined(ints(8 + body.length), ascii(type), body);
    }

    private static byte[] ints(int... values) {
        var buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
