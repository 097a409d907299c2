package groupwatch.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as Evolution makes them: header and claims in its order, 600 seconds. */
public final class SampleJwt {

    /** Recorded from Evolution 2.3.7. */
    public static final String RECORDED =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTUyMDcwODMsImV4cCI6MTc5NTIwNzY4MywiYXBwIjoiZXZvbHV0aW9uIiwiYWN0aW9uIjoi"
                    + "d2ViaG9vayJ9.8dqOzABSRM_-sltO2C5Q_4tUHI49k0AfvMxrXGGujB8";

    public static final String RECORDED_KEY = "chave-jwt-de-teste-com-32-bytes!!";

    private SampleJwt() {}

    public static String issuedAt(Instant at, String key) {
        long iat = at.getEpochSecond();
        return signed(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"iat\":" + iat + ",\"exp\":" + (iat + 600) + ",\"app\":\"evolution\",\"action\":\"webhook\"}",
                key);
    }

    public static String signed(String header, String claims, String key) {
        String content = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
