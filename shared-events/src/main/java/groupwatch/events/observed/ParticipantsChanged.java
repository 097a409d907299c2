package groupwatch.events.observed;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.List;

/**
 * People joined or left a group or changed their role.
 *
 * @param action add, remove (also a voluntary leave: author = participant), promote, demote, modify
 * @param at when the gateway told it, else the epoch
 */
public record ParticipantsChanged(
        Jid group, String action, List<ParticipantSeen> participants, Identities author, Instant at)
        implements Observation {

    public ParticipantsChanged {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
}
