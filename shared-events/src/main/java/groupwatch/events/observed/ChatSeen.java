package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;

/**
 * A chat exists or changed.
 *
 * @param chat absent after a rename, which only tells the gateway's own id
 */
public record ChatSeen(
        @Nullable Jid chat, @Nullable String name, @Nullable Integer unread) implements Observation {}
