package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the text of a message.
 *
 * @param chat in a group: the group; in a direct chat it may be either side, so trust the id alone
 * @param text absent = it cannot be read
 * @param at the edit's own time when {@code exact}, else when the gateway told it, else the epoch
 */
public record EditSeen(
        String targetId, @Nullable Jid chat, @Nullable String text, Instant at, boolean exact) implements Observation {}
