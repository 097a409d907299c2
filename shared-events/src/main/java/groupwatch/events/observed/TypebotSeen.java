package groupwatch.events.observed;

import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;

/** A chat bot started or changed its state in a chat. */
public record TypebotSeen(
        @Nullable Jid chat,
        @Nullable String status,
        @Nullable String session) implements Observation {}
