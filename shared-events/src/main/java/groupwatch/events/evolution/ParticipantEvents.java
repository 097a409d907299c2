package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ParticipantsChanged;
import java.util.List;

/** {@code group-participants.update}; its {@code participantsData} is broken in 2.3.7 and not read. */
final class ParticipantEvents {

    private ParticipantEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(data -> {
            Jid group = Proto.jid(data, "id");
            String action = Proto.text(data, "action");
            return group == null || action == null
                    ? List.of()
                    : List.of(new ParticipantsChanged(
                            group,
                            action,
                            Participants.of(data.path("participants")),
                            GroupEvents.identities(data, "author"),
                            envelope.told()));
        });
    }
}
