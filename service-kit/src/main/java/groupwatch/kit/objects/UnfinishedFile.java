package groupwatch.kit.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A file being written, which nobody looks for under its present name. */
record UnfinishedFile(Path path, FileChannel channel) {

    static UnfinishedFile create(Path path) throws IOException {
        return new UnfinishedFile(
                path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings it to the disk. @return its size */
    long finish(Instant time) throws IOException {
        long size = channel.size();
        Files.setLastModifiedTime(path, FileTime.from(time));
        channel.force(true);
        channel.close();
        return size;
    }

    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
