package groupwatch.simulator.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file with the byte in its middle turned over. */
public final class Corrupted extends FilterInputStream {

    private long until;

    public Corrupted(InputStream file, long length) {
        super(file);
        this.until = length / 2;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (until >= 0 && until < read) {
            into[from + (int) until] ^= (byte) 0xff;
        }
        until -= Math.max(read, 0);
        return read;
    }
}
