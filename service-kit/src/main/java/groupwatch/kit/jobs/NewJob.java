package groupwatch.kit.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job to be recorded.
 *
 * @param key of the thing it is about, unique within the kind
 * @param lane jobs of a lane share its limit, and no lane waits for another
 * @param notBefore absent: at once
 * @param expiresAt no attempt begins after it, but the first; absent: tried for ever
 */
public record NewJob<P>(
        String key,
        String lane,
        P payload,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt) {}
