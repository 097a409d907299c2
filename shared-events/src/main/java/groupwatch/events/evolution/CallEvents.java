package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** {@code call}: each step of a call. */
final class CallEvents {

    private CallEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(data -> call(envelope, data));
    }

    private static List<Observation> call(Envelope envelope, JsonNode data) {
        Jid group = Proto.jid(data, "groupJid");
        Jid chat = group == null ? Proto.jid(data, "chatId", "from") : group;
        String id = Proto.word(data, "id");
        String status = Proto.word(data, "status");
        if (chat == null || id == null || status == null) {
            return List.of();
        }
        Instant at = Times.iso(data.path("date"));
        return List.of(new CallSeen(
                id,
                chat,
                from(data),
                Objects.requireNonNullElse(at, envelope.told()),
                status,
                Proto.flag(data, "isVideo"),
                group != null || chat.isGroup() || Proto.flag(data, "isGroup")));
    }

    private static Identities from(JsonNode data) {
        return Identities.of(Proto.jid(data, "from"), Proto.jid(data, "callerPn", "fromPn", "fromAlt"));
    }
}
