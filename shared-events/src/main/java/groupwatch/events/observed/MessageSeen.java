package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message, with everything the payload says of it.
 *
 * @param sender of a message from the account itself in a direct chat: the account
 * @param senderName as they call themselves; a bare number in its place is left out
 * @param sentAt by the sender's clock
 * @param status how far it got when it was told
 */
public record MessageSeen(
        Jid chat,
        String id,
        boolean fromMe,
        Identities sender,
        @Nullable String senderName,
        MessageContent content,
        @Nullable Instant sentAt,
        @Nullable String status,
        Origin origin)
        implements Observation {

    public MessageSeen withStatus(@Nullable String status) {
        return new MessageSeen(chat, id, fromMe, sender, senderName, content, sentAt, status, origin);
    }
}
