package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names people gave themselves; the gateway fills in a number, or "you" in Portuguese, when it knows none. */
final class Names {

    private static final String YOU = "Você";

    private Names() {}

    static @Nullable String ofSender(JsonNode data, MessageKey key) {
        String name = Proto.text(data, "pushName");
        return key.fromMe() && YOU.equals(name) ? null : withoutNumber(name, key.author());
    }

    static @Nullable String withoutNumber(@Nullable String name, Identities person) {
        return name == null || isUser(name, person.phone()) || isUser(name, person.lid()) ? null : name;
    }

    private static boolean isUser(String name, @Nullable Jid jid) {
        return jid != null && jid.value().startsWith(name.startsWith("+") ? name.substring(1) + "@" : name + "@");
    }
}
