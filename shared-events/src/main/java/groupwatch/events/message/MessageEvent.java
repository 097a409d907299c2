package groupwatch.events.message;

import groupwatch.events.PublishedEvent;

/** Something happened to a message; the whole message comes along, so a consumer needs no state but the revision. */
public sealed interface MessageEvent extends PublishedEvent
        permits MessageStored, MessageEdited, MessageRevoked, ReactionChanged, PollVoted, ReceiptUpdated, CallLogged {

    /** As it is after this event; of two, the one with the higher revision is newer. */
    Message message();
}
