package groupwatch.events.observed;

import groupwatch.events.identity.Jid;

/** The account deleted a chat on its side. */
public record ChatDeleted(Jid chat) implements Observation {}
