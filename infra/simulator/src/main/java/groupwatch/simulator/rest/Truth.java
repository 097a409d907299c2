package groupwatch.simulator.rest;

import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as it is in the end, whatever its rows say. */
final class Truth {

    private static final List<String> WRAPPERS = List.of("ephemeralMessage", "viewOnceMessage", "viewOnceMessageV2");
    /** Where contents have their text: of a poll it is the question, of a place its name. */
    private static final List<String> TEXTS = List.of("caption", "text", "name", "displayName");

    private static final List<String> ABOUT_OTHERS = List.of("reactionMessage", "pollUpdateMessage", "protocolMessage");

    private Truth() {}

    /** @param rows of the message, in the order in which they came; what became of it is known to some of them */
    static ObjectNode json(List<KeptMessage> rows) {
        var last = rows.stream().filter(Truth::edited).reduce(rows.getFirst(), (first, next) -> next);
        var json =
                Json.object().put("id", last.keyId()).put("chat", last.chat()).put("type", last.messageType());
        var text = ABOUT_OTHERS.contains(last.messageType())
                ? null
                : text(last.data().path("message"));
        if (text != null) {
            json.put("text", text);
        }
        return json.put("revoked", rows.stream().anyMatch(row -> has(row, "DELETED")))
                .put("fromMe", last.fromMe())
                .put("at", rows.getFirst().sentAt());
    }

    /** What the API edits has no update of it, but a new time. */
    private static boolean edited(KeptMessage row) {
        return has(row, "EDITED") || row.timestamp() != row.sentAt();
    }

    private static boolean has(KeptMessage row, String status) {
        return row.updates().stream().anyMatch(update -> update.status().equals(status));
    }

    private static @Nullable String text(JsonNode message) {
        if (message.path("conversation").isString()) {
            return message.path("conversation").stringValue();
        }
        for (var content : message.properties()) {
            if (WRAPPERS.contains(content.getKey())) {
                return text(content.getValue().path("message"));
            }
            if (!content.getKey().equals("messageContextInfo")) {
                for (var name : TEXTS) {
                    if (content.getValue().path(name).isString()) {
                        return content.getValue().path(name).stringValue();
                    }
                }
            }
        }
        return null;
    }
}
