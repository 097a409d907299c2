package groupwatch.kit.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is listed.
 *
 * @param attempts begun
 * @param nextAttemptAt while it waits
 */
public record JobRow(
        long id,
        String kind,
        String key,
        String lane,
        JobState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant expiresAt,
        @Nullable String lastError,
        Instant recordedAt,
        @Nullable Instant finishedAt) {}
