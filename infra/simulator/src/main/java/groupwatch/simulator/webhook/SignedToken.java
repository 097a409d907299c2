package groupwatch.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The JWT of one event: HS256, good for ten minutes, bound to nothing. Made by hand, for libraries refuse the short keys Evolution takes. */
final class SignedToken {

    private static final int LIFETIME = 600;
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private SignedToken() {}

    static String of(String key, Instant now) {
        var issued = now.getEpochSecond();
        var claims = "{\"iat\":%d,\"exp\":%d,\"app\":\"evolution\",\"action\":\"webhook\"}"
                .formatted(issued, issued + LIFETIME);
        var signed =
                base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(signature(key, signed));
    }

    private static byte[] signature(String key, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
