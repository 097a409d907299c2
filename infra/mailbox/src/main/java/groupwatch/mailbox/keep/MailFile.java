package groupwatch.mailbox.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/** A mail on its way to the disk: whole and durable under its name, or not there at all. Only the owner may read it. */
final class MailFile implements AutoCloseable {

    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path unfinished;
    private final FileChannel channel;

    private MailFile(Path folder, Path unfinished, FileChannel channel) {
        this.folder = folder;
        this.unfinished = unfinished;
        this.channel = channel;
    }

    static MailFile in(Path folder) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = Files.createTempFile(folder, "incoming-", UNFINISHED, mode);
        return new MailFile(folder, unfinished, FileChannel.open(unfinished, Set.of(StandardOpenOption.WRITE)));
    }

    /** @throws TooLargeException past the limit; then all of it was read, so that the connection can go on */
    void write(Envelope envelope, Instant receivedAt, InputStream mail, long largest) throws IOException {
        var out = Channels.newOutputStream(channel);
        out.write(envelope.lines(receivedAt));
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = mail.read(buffer); read >= 0; read = mail.read(buffer)) {
            size += read;
            if (size > largest) {
                mail.transferTo(OutputStream.nullOutputStream());
                throw new TooLargeException();
            }
            out.write(buffer, 0, read);
        }
    }

    void finish(Path file) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true); // the name, too, must survive the power supply
        }
    }

    static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(UNFINISHED);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }
}
