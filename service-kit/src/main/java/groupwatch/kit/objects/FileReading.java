package groupwatch.kit.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reactor.core.publisher.SynchronousSink;

/** Gives out a range of a file, a buffer at a time. */
final class FileReading {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private long position;
    private final long end;

    private FileReading(FileChannel channel, long position, long end) {
        this.channel = channel;
        this.position = position;
        this.end = end;
    }

    static FileReading open(Path file, ByteRange range) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        long size = channel.size();
        Long last = range.last();
        return new FileReading(channel, range.first(), last == null ? size : Math.min(size, last + 1));
    }

    FileReading next(SynchronousSink<ByteBuffer> sink) {
        if (position >= end) {
            sink.complete();
            return this;
        }
        try {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, end - position));
            if (channel.read(buffer, position) < 0) {
                throw new IOException("a file became shorter while it was read");
            }
            position += buffer.position();
            sink.next(buffer.flip());
        } catch (ClosedChannelException readerLeft) {
            // cancelling interrupts a read, and that closes the channel
            sink.complete();
        } catch (IOException e) {
            sink.error(e);
        }
        return this;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
