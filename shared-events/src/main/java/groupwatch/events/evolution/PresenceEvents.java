package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PresenceSeen;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code presence.update}: a map from each person, by number or LID, to what they are doing. */
final class PresenceEvents {

    private PresenceEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(PresenceEvents::presences);
    }

    private static List<Observation> presences(JsonNode data) {
        Jid chat = Proto.jid(data, "id");
        List<Observation> seen = new ArrayList<>();
        for (var presence : data.path("presences").properties()) {
            Jid person = Jid.parse(presence.getKey());
            String state = Proto.text(presence.getValue(), "lastKnownPresence");
            if (chat != null && person != null && state != null) {
                seen.add(new PresenceSeen(
                        chat,
                        Identities.of(person),
                        state,
                        Times.seconds(presence.getValue().path("lastSeen"))));
            }
        }
        return seen;
    }
}
