package groupwatch.events.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, as a message of its chat.
 *
 * @param status the newest: offer, ringing, accept, reject, timeout, terminate
 */
public record CallInfo(
        String status,
        boolean video,
        boolean group,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
