package groupwatch.store.group;

import groupwatch.events.group.AdminRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group that somebody is or was in.
 *
 * @param name absent until an event has told it
 * @param joinedAt when they were told to have joined
 * @param leftAt when they left or were removed; absent = still in
 * @param spokeAt when they last wrote something there
 */
public record PersonGroup(
        String jid,
        @Nullable String name,
        AdminRole admin,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        @Nullable Instant spokeAt) {}
