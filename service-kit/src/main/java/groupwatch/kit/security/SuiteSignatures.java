package groupwatch.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what leaves the suite and comes back, such as links that work without a login: HMAC-SHA256 under a key of its own for each purpose, so that what was
 * signed for one is worth nothing for another.
 */
public final class SuiteSignatures {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey suiteKey;

    SuiteSignatures(SecuritySettings settings) {
        this.suiteKey = settings.key();
    }

    /** @return Base64 for addresses, 43 characters */
    public String sign(String purpose, String text) {
        SecretKey key = new SecretKeySpec(mac(suiteKey, "signatures:" + purpose), ALGORITHM);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
    }

    /** Takes the same time for any wrong signature. */
    public boolean verify(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
