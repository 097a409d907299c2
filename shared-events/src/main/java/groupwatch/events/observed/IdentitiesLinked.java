package groupwatch.events.observed;

import groupwatch.events.identity.Jid;

/** A payload named both identities of one person. */
public record IdentitiesLinked(Jid lid, Jid phone) implements Observation {}
