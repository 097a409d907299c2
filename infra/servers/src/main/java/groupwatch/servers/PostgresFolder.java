package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** PostgreSQL's folder: data, and the superuser's password in a file nobody else may read. */
final class PostgresFolder {

    private static final int PASSWORD_BYTES = 24;

    private PostgresFolder() {}

    /** Initialises the folder when it is new, and returns the password. */
    static String prepare(PostgresSettings settings, PostgresPrograms programs) {
        try {
            Files.createDirectories(settings.folder());
            var password = password(settings.folder().resolve("password"));
            var version = settings.data().resolve("PG_VERSION");
            if (!Files.exists(version)) {
                initialise(settings, programs);
            }
            checkVersion(settings, Files.readString(version).strip(), programs.major());
            return password;
        } catch (IOException e) {
            throw new ServerException("PostgreSQL's folder " + settings.folder() + " cannot be used: " + e, e);
        }
    }

    /** Beside its place first: a start that was killed half-way leaves nothing that looks like data. */
    private static void initialise(PostgresSettings settings, PostgresPrograms programs) throws IOException {
        var fresh = Files.createTempDirectory(settings.folder(), "initialising-");
        programs.initialise(fresh, PostgresServer.USER, settings.folder().resolve("password"), settings.durability());
        Files.move(fresh, settings.data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void checkVersion(PostgresSettings settings, String has, String needs) {
        if (!has.equals(needs)) {
            throw new ServerException(("The data in %s were written by PostgreSQL %s, this is PostgreSQL %s:"
                            + " move them over with pg_dump, or take another folder.")
                    .formatted(settings.data(), has, needs));
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, mode);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }
}
