package groupwatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The suite's secrets, made at the first start and the same ever after: one file each, that only its owner may read.
 *
 * @param passwords of the services' roles in the database, by schema
 * @param reportKey the file with the key of what the report dispatcher encrypts
 * @param watchdogKey the file with the key of what the connection watchdog encrypts
 * @param webhookTokenFile the file with {@code webhookToken}
 * @param fresh whether this is the first start, the only one that shows them
 */
record Secrets(
        String apiToken,
        String webhookToken,
        String suiteKey,
        Map<String, String> passwords,
        String migrationPassword,
        String simulatorKey,
        Path reportKey,
        Path watchdogKey,
        Path webhookTokenFile,
        boolean fresh) {

    private static final int BYTES = 32;

    static Secrets in(Path folder) {
        var fresh = !Files.exists(folder.resolve("api-token"));
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Secrets(
                    secret(folder, "api-token"),
                    secret(folder, "webhook-token"),
                    secret(folder, "suite-key"),
                    passwords(folder),
                    secret(folder, "migration-password"),
                    secret(folder, "simulator-key"),
                    key(folder, "report-key"),
                    key(folder, "watchdog-key"),
                    folder.resolve("webhook-token").toAbsolutePath(),
                    fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> passwords(Path folder) throws IOException {
        var passwords = new HashMap<String, String>();
        for (var service : Service.values()) {
            if (service.schema() != null) {
                passwords.put(service.schema(), secret(folder, service.schema() + "-password"));
            }
        }
        return Map.copyOf(passwords);
    }

    /** Of the role that reads and writes that schema. */
    String password(String schema) {
        return Objects.requireNonNull(passwords.get(schema), schema);
    }

    private static String secret(Path folder, String name) throws IOException {
        var file = made(folder, name, Base64.getUrlEncoder().withoutPadding());
        return Files.readString(file).strip();
    }

    /** A key that a service reads itself. */
    private static Path key(Path folder, String name) throws IOException {
        return made(folder, name, Base64.getEncoder());
    }

    private static Path made(Path folder, String name, Base64.Encoder encoder) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file) || Files.size(file) == 0) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(file, encoder.encodeToString(bytes));
        }
        return file.toAbsolutePath();
    }

    @Override
    public String toString() {
        return "Secrets[********]";
    }
}
