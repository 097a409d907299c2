package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Disappearing messages were switched.
 *
 * @param chat often not told at all
 * @param seconds 0 = off
 */
public record EphemeralSettingSeen(
        @Nullable Jid chat, int seconds, @Nullable Instant at) implements Observation {}
