package groupwatch.mailbox.receive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What the sender writes; knows whether it was the sender who broke off. */
final class SenderStream extends FilterInputStream {

    private boolean broken;

    SenderStream(InputStream in) {
        super(in);
    }

    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
