package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** References to another message. */
final class Targets {

    private Targets() {}

    /** @param key a message key; only its id is to be trusted in a direct chat, so the chat is left out */
    static @Nullable Target key(JsonNode key, @Nullable String action) {
        String id = Proto.text(key, "id");
        return id == null ? null : new Target(id, null, action);
    }
}
