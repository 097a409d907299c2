package groupwatch.report.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Words for people, partly from a server that may say anything. */
final class Said {

    private static final int LONGEST = 500;

    /** So short a password is in every text, and no password. */
    private static final int SHORTEST_SECRET = 4;

    private Said() {}

    /** On one line, without what could hide or change other text, and not endless. */
    static String line(String text) {
        return HeaderText.cut(HeaderText.line(text), LONGEST);
    }

    static String without(@Nullable String secret, String text) {
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            return text;
        }
        String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return text.replace(secret, "********").replace(coded, "********");
    }
}
