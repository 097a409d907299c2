package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there or typing.
 *
 * @param state composing, recording, available, unavailable, paused
 */
public record PresenceSeen(
        Jid chat, Identities person, String state, @Nullable Instant lastSeen) implements Observation {}
