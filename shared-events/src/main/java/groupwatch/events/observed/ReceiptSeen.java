package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message got further with somebody.
 *
 * @param chat may be under either identity of the other side: match by the id
 * @param person who received or read it
 * @param status ERROR, PENDING, SERVER_ACK, DELIVERY_ACK, READ, PLAYED
 * @param at when the gateway told it, else the epoch
 * @param fromMe whether the message is the account's own
 */
public record ReceiptSeen(
        String messageId, @Nullable Jid chat, Identities person, String status, Instant at, boolean fromMe)
        implements Observation {}
