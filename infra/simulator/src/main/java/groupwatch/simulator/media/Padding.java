package groupwatch.simulator.media;

import java.io.InputStream;
import java.util.SplittableRandom;

/** So many bytes that look random and are always the same. */
final class Padding extends InputStream {

    private static final int BLOCK = 8192;

    private final SplittableRandom random = new SplittableRandom(1);
    private final byte[] block = new byte[BLOCK];
    private long left;
    private int at = BLOCK;

    Padding(long length) {
        this.left = length;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (left == 0) {
            return -1;
        }
        if (at == BLOCK) {
            random.nextBytes(block);
            at = 0;
        }
        int count = (int) Math.min(Math.min(length, BLOCK - at), left);
        System.arraycopy(block, at, into, from, count);
        at += count;
        left -= count;
        return count;
    }
}
