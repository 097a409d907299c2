package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.Observation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Groups: whole when the account joins one, in parts when somebody changes it. */
final class GroupEvents {

    private GroupEvents() {}

    static List<Observation> whole(Envelope envelope) {
        return envelope.each(data -> List.copyOf(group(envelope, data, true)));
    }

    static List<Observation> changed(Envelope envelope) {
        return envelope.each(data -> List.copyOf(group(envelope, data, false)));
    }

    static List<GroupSeen> group(Envelope envelope, JsonNode data, boolean whole) {
        Jid jid = Proto.jid(data, "id");
        if (jid == null) {
            return List.of();
        }
        return List.of(new GroupSeen(
                jid,
                Proto.text(data, "subject"),
                Proto.changedText(data, "desc"),
                identities(data, "owner"),
                Times.seconds(data.path("creation")),
                Proto.optionalFlag(data, "announce"),
                Proto.optionalFlag(data, "restrict"),
                Numbers.count(data.path("ephemeralDuration")),
                Proto.optionalFlag(data, "isCommunity"),
                Proto.jid(data, "linkedParent"),
                Numbers.count(data.path("size")),
                Proto.text(data, "inviteCode"),
                Proto.optionalFlag(data, "memberAddMode"),
                Proto.optionalFlag(data, "joinApprovalMode"),
                data.path("participants").isArray() ? Participants.of(data.path("participants")) : null,
                whole,
                envelope.emittedAt(),
                identities(data, "author")));
    }

    /** A person under both identities: {@code owner} and {@code ownerPn}. */
    static Identities identities(JsonNode data, String field) {
        return Identities.of(Proto.jid(data, field), Proto.jid(data, field + "Pn", field + "Alt", field + "Lid"));
    }
}
