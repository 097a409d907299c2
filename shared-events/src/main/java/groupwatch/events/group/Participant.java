package groupwatch.events.group;

import groupwatch.events.identity.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a group, or who was.
 *
 * @param joinedAt when they were told to have joined
 * @param leftAt when they left or were removed; absent = still in
 */
public record Participant(
        Person person,
        AdminRole admin,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt) {}
