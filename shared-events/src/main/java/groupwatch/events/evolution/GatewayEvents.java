package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.observed.ErrorReported;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.TypebotSeen;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the gateway tells of itself: its chat bots and its errors. */
final class GatewayEvents {

    private GatewayEvents() {}

    static List<Observation> typebot(Envelope envelope) {
        return envelope.each(data -> data.isObject()
                ? List.of(new TypebotSeen(Proto.jid(data, "remoteJid"), Proto.text(data, "status"), session(data)))
                : List.of());
    }

    static List<Observation> error(Envelope envelope) {
        return envelope.each(data -> data.isObject()
                ? List.of(new ErrorReported(
                        Proto.text(data, "error"), Numbers.count(data.path("status")), message(data.path("message"))))
                : List.of());
    }

    private static @Nullable String session(JsonNode data) {
        String id = Proto.word(data, "sessionId");
        return id == null ? Proto.word(data.path("session"), "id") : id;
    }

    /** A text, or an array of texts, or an array of arrays: the first text. */
    private static @Nullable String message(JsonNode message) {
        JsonNode first = message;
        while (first.isArray()) {
            first = first.path(0);
        }
        return first.isString() ? first.stringValue() : null;
    }
}
