package groupwatch.events.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation into a group.
 *
 * @param group JID of the group
 * @param code to join with
 */
public record GroupInvite(
        @Nullable String group,
        @Nullable String name,
        @Nullable String code,
        @Nullable Instant expiresAt) {}
