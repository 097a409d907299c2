package groupwatch.store.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.events.message.CallLogged;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageEvent;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.PollVoted;
import groupwatch.events.message.ReactionChanged;
import groupwatch.events.message.ReceiptUpdated;

/**
 * The message as everywhere, and why it is told: a page that keeps the highest revision of each message needs only the one.
 *
 * @param change stored, edited, revoked, reaction, vote, receipt or call
 */
record LiveMessage(@JsonUnwrapped Message message, String change) {

    static LiveMessage of(MessageEvent event) {
        String change = switch (event) {
            case MessageStored stored -> "stored";
            case MessageEdited edited -> "edited";
            case MessageRevoked revoked -> "revoked";
            case ReactionChanged reaction -> "reaction";
            case PollVoted vote -> "vote";
            case ReceiptUpdated receipt -> "receipt";
            case CallLogged call -> "call";
        };
        return new LiveMessage(event.message().withoutClaim(), change);
    }
}
