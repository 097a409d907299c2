package groupwatch.kit.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret the services of one suite share.
 *
 * @param suiteKey at least 32 bytes, as text or Base64; from the environment or a file, there is no default
 */
@ConfigurationProperties("groupwatch.security")
public record SecuritySettings(@Nullable String suiteKey) {

    private static final int SHORTEST = 32;

    /**
     * The signing key. Base64 of at least 32 bytes is decoded; anything else counts as it is written.
     *
     * @throws InvalidSuiteKeyException when there is none or it is too short
     */
    SecretKey key() {
        if (suiteKey == null || suiteKey.isBlank()) {
            throw new InvalidSuiteKeyException("is not set");
        }
        byte[] key = bytes(suiteKey.strip());
        if (key.length < SHORTEST) {
            throw new InvalidSuiteKeyException("is too short with " + key.length + " bytes");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] bytes(String text) {
        byte[] decoded = base64(text);
        return decoded.length >= SHORTEST ? decoded : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "SecuritySettings[suiteKey=********]";
    }
}
