package groupwatch.ingest.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The token Evolution signs when a webhook has a {@code jwt_key} (CONTRACT §1.3): HS256; {@code iat}, {@code exp} ten minutes later,
 * {@code app} and {@code action}. It is made once an event and sent again with each retry for 20 minutes, so it is taken for some time
 * after its end: refusing it would lose the event for good.
 *
 * <p>Checked here and not by a library because Evolution takes keys of any length, which libraries rightly do not.
 */
final class EvolutionJwt {

    /** Evolution's have 200 characters. */
    private static final int LONGEST = 4096;

    /** How far the clock of the Evolution server may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<SecretKey> keys;
    private final Duration leeway;
    private final Clock clock;

    EvolutionJwt(List<String> secrets, Duration leeway, Clock clock) {
        this.keys = secrets.stream().map(EvolutionJwt::key).toList();
        this.leeway = leeway;
        this.clock = clock;
    }

    boolean accepts(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST) {
            return false;
        }
        try {
            return isSigned(parts) && isForUs(json(parts[0]), json(parts[1]));
        } catch (IllegalArgumentException | JacksonException notBase64OrNotJson) {
            return false;
        }
    }

    private boolean isSigned(String[] parts) {
        byte[] signed = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        boolean matches = false;
        for (SecretKey key : keys) {
            matches |= MessageDigest.isEqual(sign(key, signed), signature);
        }
        return matches;
    }

    private boolean isForUs(JsonNode header, JsonNode claims) {
        return header.path("alg").asString("").equals("HS256")
                && claims.path("app").asString("").equals("evolution")
                && claims.path("action").asString("").equals("webhook")
                && isOfNow(claims.path("iat").asLong(0), claims.path("exp").asLong(0));
    }

    private boolean isOfNow(long issuedAt, long expiresAt) {
        long now = clock.instant().getEpochSecond();
        return issuedAt <= now + CLOCK_SKEW.toSeconds() && now - leeway.toSeconds() <= expiresAt;
    }

    private static JsonNode json(String part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static byte[] sign(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }
}
