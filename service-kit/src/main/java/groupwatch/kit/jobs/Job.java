package groupwatch.kit.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in hand.
 *
 * @param attempts begun, this one included
 */
public record Job<P>(
        long id,
        String key,
        String lane,
        P payload,
        int attempts,
        @Nullable Instant expiresAt,
        Instant recordedAt) {}
