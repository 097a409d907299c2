package groupwatch.dashboard.access;

import groupwatch.dashboard.DashboardSettings;
import groupwatch.kit.security.Caller;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All callers there are. Finding one takes as long for a token that is nearly right as for any other. */
@Component
class KnownCallers {

    private final List<KnownCaller> callers;

    KnownCallers(AccessSettings settings, DashboardSettings dashboard) {
        this.callers = settings.tokens().stream()
                .map(token -> new KnownCaller(
                        HexFormat.of().parseHex(token.sha256()),
                        new Caller(token.name(), token.scopes(), token.groups()),
                        bucket(dashboard.rateLimit())))
                .toList();
    }

    @Nullable
    KnownCaller byToken(String token) {
        byte[] hash = sha256(token);
        KnownCaller found = null;
        for (KnownCaller caller : callers) {
            if (MessageDigest.isEqual(caller.tokenHash(), hash)) {
                found = caller;
            }
        }
        return found;
    }

    private static Bucket bucket(DashboardSettings.RateLimit limit) {
        return Bucket.builder()
                .addLimit(rate -> rate.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
