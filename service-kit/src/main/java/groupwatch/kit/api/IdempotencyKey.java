package groupwatch.kit.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a caller marks a request with, so that sending it twice does it once. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private IdempotencyKey() {}

    /** Absent when none was given. */
    public static @Nullable String read(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !KEY.matcher(values.getFirst()).matches()) {
            throw Fields.bad(HEADER, "must be given once, with 1 to 200 visible ASCII characters");
        }
        return values.getFirst();
    }

    /** Of a request, to tell whether the next one of its key is the same. */
    public static String contentHash(JsonNode body) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(body.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }
}
