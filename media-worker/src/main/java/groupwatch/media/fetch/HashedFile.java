package groupwatch.media.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A temporary file that is hashed and measured while it is written. Writing blocks; errors are unchecked, so that no reader of the bytes takes them for its own. */
final class HashedFile extends OutputStream {

    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final long most;
    private long size;

    /** @param most bytes at most */
    HashedFile(Path path, long most) {
        try {
            this.channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new DiskTroubleException(e);
        }
        this.most = most;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        write(ByteBuffer.wrap(bytes, offset, length));
    }

    void write(ByteBuffer bytes) {
        size += bytes.remaining();
        if (size > most) {
            throw new OversizedFileException(most);
        }
        digest.update(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new DiskTroubleException(e);
        }
    }

    /** Closes the file. */
    LocalFile finish(Path path) {
        close();
        return new LocalFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DiskTroubleException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
