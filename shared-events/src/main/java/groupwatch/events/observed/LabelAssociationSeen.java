package groupwatch.events.observed;

import groupwatch.events.identity.Jid;

/** A label was put on a chat or taken off. */
public record LabelAssociationSeen(String labelId, Jid chat, boolean added) implements Observation {}
