package groupwatch.media.child;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder of this user alone in the machine's folder for temporary files. It has a fixed name and outlives the service, so that what is unpacked there is
 * unpacked once. Since others may write beside it, it is made sure that they did not make it. Blocks.
 */
public final class OwnFolder {

    private OwnFolder() {}

    /** @param parent where the machine wants temporary files */
    public static Path in(Path parent) throws IOException {
        Path folder = parent.resolve("groupwatch-" + System.getProperty("user.name"));
        try {
            return Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException there) {
            return mine(folder);
        }
    }

    private static Path mine(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "mine-", "");
        try {
            PosixFileAttributes known =
                    Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean closed = PosixFilePermissions.toString(known.permissions()).equals("rwx------");
            if (!known.isDirectory() || !closed || !known.owner().equals(Files.getOwner(probe))) {
                throw new IOException(
                        folder + " is not this user's alone: remove it, or start with another -Djava.io.tmpdir");
            }
            return folder;
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
