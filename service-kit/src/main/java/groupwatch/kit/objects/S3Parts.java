package groupwatch.kit.objects;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts content into parts of one size; the last one may be smaller. */
final class S3Parts {

    private final int partSize;
    private byte[] part = new byte[0];
    private int length;
    private long size;

    S3Parts(int partSize) {
        this.partSize = partSize;
    }

    /** The parts that these bytes complete. A part that is full is given out with the next byte, so that the last one is never empty. */
    List<byte[]> take(ByteBuffer bytes) {
        size += bytes.remaining();
        List<byte[]> full = new ArrayList<>(1);
        while (bytes.hasRemaining()) {
            if (length == partSize) {
                full.add(part);
                part = new byte[0];
                length = 0;
            }
            int more = Math.min(bytes.remaining(), partSize - length);
            makeRoom(more);
            bytes.get(part, length, more);
            length += more;
        }
        return full;
    }

    /** Small objects are many: their part grows as it must. */
    private void makeRoom(int more) {
        if (part.length - length < more) {
            part = Arrays.copyOf(part, Math.min(partSize, Math.max(length + more, 2 * part.length)));
        }
    }

    /** What is left when all has been taken. */
    byte[] last() {
        byte[] last = Arrays.copyOf(part, length);
        part = new byte[0];
        length = 0;
        return last;
    }

    /** In bytes, of all. */
    long size() {
        return size;
    }
}
