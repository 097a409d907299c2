package groupwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Opus in Ogg (RFC 7845): as many seconds of silence as the voice note is long. What would be said is in its tags, where a transcriber
 * of the tests finds it.
 */
final class VoiceNote {

    static final String MIME = "audio/ogg; codecs=opus";

    private static final int SAMPLES_PER_PACKET = 960; // 20 ms at 48 kHz
    private static final int PACKETS_PER_SECOND = 50;
    private static final int PRE_SKIP = 312;
    /** CELT, full band, 20 ms, mono: silence. */
    private static final byte[] SILENCE = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

    private VoiceNote() {}

    static byte[] of(String seed, int seconds, String spoken) {
        var pages = new OggPages(Noise.number(seed, Integer.MAX_VALUE));
        pages.add(OggPages.FIRST, 0, List.of(head()));
        pages.add(0, 0, List.of(tags(spoken)));
        var length = Math.max(1, seconds);
        for (int second = 1; second <= length; second++) {
            var packets = Collections.nCopies(PACKETS_PER_SECOND, SILENCE);
            var samples = PRE_SKIP + (long) second * PACKETS_PER_SECOND * SAMPLES_PER_PACKET;
            pages.add(second == length ? OggPages.LAST : 0, samples, packets);
        }
        return pages.bytes();
    }

    private static byte[] head() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1) // version
                .put((byte) 1) // channel
                .putShort((short) PRE_SKIP)
                .putInt(16_000) // of the recording
                .putShort((short) 0) // gain
                .put((byte) 0) // mapping
                .array();
    }

    private static byte[] tags(String spoken) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("OpusTags".getBytes(StandardCharsets.US_ASCII));
        text(out, "groupwatch simulator");
        var comments = new ArrayList<String>(List.of("DESCRIPTION=simulated voice note"));
        comments.add("TRANSCRIPT=" + spoken);
        out.writeBytes(littleEndian(comments.size()));
        comments.forEach(comment -> text(out, comment));
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(littleEndian(bytes.length));
        out.writeBytes(bytes);
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
