package groupwatch.watchdog.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the secret that Evolution sends with each webhook. */
final class WebhookToken {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 512;

    private WebhookToken() {}

    /** @throws IllegalArgumentException says what is wrong; never what the secret is */
    static String read(@Nullable String token, @Nullable Path file) {
        boolean given = token != null && !token.isBlank();
        if (given && file != null) {
            throw wrong("webhook-token", "and webhook-token-file are both set");
        }
        if (!given && file == null) {
            throw wrong("webhook-token", "is not set");
        }
        String name = given ? "webhook-token" : "webhook-token-file";
        String secret = (token == null || !given ? content(file) : token).strip();
        // what a header can carry
        if (!secret.matches("[\\x21-\\x7e]{" + SHORTEST + "," + LONGEST + "}")) {
            throw wrong(name, "has something else");
        }
        return secret;
    }

    private static String content(@Nullable Path file) {
        try {
            if (file == null || !Files.isRegularFile(file) || Files.size(file) > 2 * LONGEST) {
                throw wrong("webhook-token-file", "names no file with a secret");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong("webhook-token-file", "names a file that cannot be read");
        }
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("groupwatch.watchdog.setup." + name + " " + what
                + ": it takes one of the gateway's groupwatch.ingest.secrets, of " + SHORTEST
                + " characters or more without blanks, which Evolution sends with each webhook");
    }
}
