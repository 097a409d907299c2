package groupwatch.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where one local suite keeps everything: {@code kafka}, {@code postgres}, {@code objects}, {@code secrets}, {@code logs}, {@code mails} that
 * were caught, {@code simulator} when it is a demo's, {@code run.json} while it runs. Only its owner may look in.
 */
record DataFolder(Path path) {

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder of this user's own data, by the XDG Base Directory Specification. */
    static Path standard() {
        return base().resolve("groupwatch");
    }

    /** Where the demo's invented data are, so that they never mix with real ones. */
    static Path demo() {
        return base().resolve("groupwatch-demo");
    }

    private static Path base() {
        var data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** Files of messages, and bodies too large for a record. */
    Path objects() {
        return path.resolve("objects");
    }

    /** What was sent by e-mail, when nobody named a mail server. */
    Path mails() {
        return path.resolve("mails");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    /** How far the demo's story was told. */
    Path story() {
        return simulator().resolve("story.json");
    }

    /** Says that the demo's reports were made once; they may be gone since. */
    Path reportsMade() {
        return simulator().resolve("reports-made");
    }

    private Path simulator() {
        return path.resolve("simulator");
    }

    /** Whether simulated messages were ever put into it. */
    boolean isDemo() {
        return Files.isDirectory(simulator());
    }

    /** Whether it holds messages of a suite that ran without the demo. */
    boolean isOwn() {
        return Files.isDirectory(postgres()) && !isDemo();
    }

    void markAsDemo() {
        try {
            Files.createDirectories(simulator());
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    Path log() {
        return path.resolve("logs").resolve("groupwatch.log");
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    /** While this file exists, a broker that ended is not started again: for maintenance, and for tests of an outage. */
    Path brokerHold() {
        return path.resolve("broker.hold");
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Makes it when it is new, and makes sure that it can be written and has room. */
    void prepare() {
        try {
            if (!exists()) {
                Files.createDirectories(path.getParent());
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(log().getParent());
        } catch (IOException e) {
            throw notWritable(e);
        }
        Disk.check(path);
        try {
            Files.delete(Files.createTempFile(path, "probe-", null));
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /**
     * The right to run on this folder: one process at a time has it, and loses it with its life.
     *
     * @return null when another process has it
     */
    @Nullable
    FileLock lock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private LocalException notWritable(IOException e) {
        if (Disk.isFull(e)) {
            return new LocalException("The disk of the data folder " + path + " is full.");
        }
        return new LocalException("The data folder " + path + " cannot be written (" + e.getMessage()
                + "): choose another one with --data.");
    }
}
