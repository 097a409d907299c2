package groupwatch.kit.evolution;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBufferLimitException;

/** The bytes of an answer, up to a limit. */
final class Collected {

    private final List<byte[]> parts = new ArrayList<>();
    private final int longest;
    private int length;

    Collected(int longest) {
        this.longest = longest;
    }

    /** @throws DataBufferLimitException when they are more */
    void add(byte[] part) {
        if (part.length > longest - length) {
            throw new DataBufferLimitException("more than " + longest + " bytes");
        }
        parts.add(part);
        length += part.length;
    }

    byte[] bytes() {
        byte[] bytes = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, bytes, at, part.length);
            at += part.length;
        }
        return bytes;
    }
}
