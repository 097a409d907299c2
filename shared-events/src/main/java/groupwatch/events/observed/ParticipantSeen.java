package groupwatch.events.observed;

import groupwatch.events.group.AdminRole;
import groupwatch.events.identity.Identities;

/** Somebody in a group, as a payload names them. */
public record ParticipantSeen(Identities person, AdminRole admin) {}
