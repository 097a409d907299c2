package groupwatch.kit.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;

/** What a folder of objects needs that the JDK has no word for. */
final class Folders {

    private static final boolean SYNCED = !System.getProperty("os.name").startsWith("Windows");

    private Folders() {}

    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a folder below the root");
    }

    /** With its parents; each name is on the disk afterwards. */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        create(parent(folder));
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        }
        sync(parent(folder));
    }

    /** Brings the names in a folder to the disk: a file that was synced may still lose its name with the power. Windows knows no such thing. */
    static void sync(Path folder) throws IOException {
        if (SYNCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** A second name for the same bytes where the file system has such, else a copy that is on the disk. */
    static void linkOrCopy(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.copy(file, to);
            try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** @return whether it was older, and is gone now */
    static boolean deleteOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than) && Files.deleteIfExists(file);
        } catch (NoSuchFileException finished) {
            return false;
        }
    }
}
