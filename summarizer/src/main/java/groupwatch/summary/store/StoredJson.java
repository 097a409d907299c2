package groupwatch.summary.store;

import groupwatch.events.EventCodec;
import groupwatch.events.group.Group;
import groupwatch.events.identity.Person;
import groupwatch.events.message.Message;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The store's answers. */
final class StoredJson {

    private StoredJson() {}

    static Message message(JsonNode node) {
        return EventCodec.mapper().treeToValue(node, Message.class);
    }

    static StoredMessage stored(JsonNode node) {
        return new StoredMessage(message(node), text(node, "excerpt"));
    }

    /** A group as it is listed: without its people. */
    static StoredGroup listed(JsonNode node) {
        return new StoredGroup(
                node.path("jid").asString(),
                text(node, "name"),
                null,
                node.path("monitored").asBoolean(true),
                Map.of());
    }

    static StoredGroup group(JsonNode node) {
        Group group = EventCodec.mapper().treeToValue(node, Group.class);
        Map<String, String> names = new HashMap<>();
        group.participants().forEach(participant -> put(names, participant.person()));
        return new StoredGroup(group.jid(), group.name(), text(node, "language"), group.monitored(), names);
    }

    private static void put(Map<String, String> names, Person person) {
        if (person.name() != null) {
            if (person.jid() != null) {
                names.put(person.jid(), person.name());
            }
            if (person.lid() != null) {
                names.put(person.lid(), person.name());
            }
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }
}
