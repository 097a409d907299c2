package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.group.AdminRole;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.ParticipantSeen;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** People in a group: objects, or plain JIDs in older versions. */
final class Participants {

    private Participants() {}

    static List<ParticipantSeen> of(JsonNode participants) {
        List<ParticipantSeen> seen = new ArrayList<>();
        for (JsonNode participant : participants) {
            Identities person = participant.isString()
                    ? Identities.of(Jid.parse(participant.stringValue()))
                    : Identities.of(
                            Proto.jid(participant, "id"),
                            Proto.jid(participant, "phoneNumber"),
                            Proto.jid(participant, "lid"),
                            Proto.jid(participant, "jid"));
            if (person.known()) {
                seen.add(new ParticipantSeen(person, role(participant)));
            }
        }
        return List.copyOf(seen);
    }

    private static AdminRole role(JsonNode participant) {
        String admin = Proto.text(participant, "admin");
        if (Proto.flag(participant, "isSuperAdmin")) {
            return AdminRole.SUPERADMIN;
        }
        if (admin == null) {
            return Proto.flag(participant, "isAdmin") || Proto.flag(participant, "admin")
                    ? AdminRole.ADMIN
                    : AdminRole.MEMBER;
        }
        return AdminRole.of(admin);
    }
}
