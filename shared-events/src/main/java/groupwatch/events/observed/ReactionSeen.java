package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reacted to a message.
 *
 * @param emoji absent = they took their reaction back
 * @param at the reaction's own time, else the message's, else when the gateway told it, else the epoch
 */
public record ReactionSeen(
        String targetId,
        Jid chat,
        Identities sender,
        @Nullable String emoji,
        Instant at) implements Observation {}
