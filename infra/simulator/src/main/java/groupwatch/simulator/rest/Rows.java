package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of Evolution's database as its queries answer them. */
final class Rows {

    private Rows() {}

    static ObjectNode message(KeptMessage row) {
        var data = row.data();
        var json = Json.object().put("id", row.databaseId());
        json.set("key", Json.stored(data.path("key")));
        json.set("pushName", data.path("pushName"));
        json.put("messageType", row.messageType()).set("message", Json.stored(data.path("message")));
        json.put("messageTimestamp", row.timestamp());
        json.set("instanceId", data.path("instanceId"));
        json.set("source", data.path("source"));
        json.set("contextInfo", context(data));
        var updates = json.putArray("MessageUpdate");
        row.updates().forEach(update -> updates.addObject().put("status", update.status()));
        return json;
    }

    private static JsonNode context(ObjectNode data) {
        return data.has("contextInfo") ? Json.stored(data.path("contextInfo")) : NullNode.getInstance();
    }

    static ObjectNode status(KeptMessage row, KeptMessage.Update update, Instance instance) {
        return Json.object()
                .put("id", update.databaseId())
                .put("keyId", row.keyId())
                .put("remoteJid", row.chat())
                .put("fromMe", row.fromMe())
                .putNull("participant")
                .putNull("pollUpdates")
                .put("status", update.status())
                .put("messageId", row.databaseId())
                .put("instanceId", instance.id());
    }

    static ObjectNode contact(AddressBook.Entry contact, Instance instance) {
        return Json.object()
                .put("id", contact.databaseId())
                .put("remoteJid", contact.jid())
                .put("pushName", contact.name())
                .putNull("profilePicUrl")
                .put("createdAt", Times.iso(contact.createdAt()))
                .put("updatedAt", Times.iso(contact.updatedAt()))
                .put("instanceId", instance.id())
                .put("isGroup", contact.isGroup())
                .put("isSaved", true)
                .put("type", contact.isGroup() ? "group" : "contact");
    }

    static ObjectNode chat(AddressBook.Entry chat, @Nullable KeptMessage last) {
        var json = Json.object()
                .put("id", chat.databaseId())
                .put("remoteJid", chat.jid())
                .put("pushName", chat.name())
                .putNull("profilePicUrl")
                .put("updatedAt", Times.iso(chat.updatedAt()))
                .putNull("windowStart")
                .putNull("windowExpires")
                .put("windowActive", false);
        if (last != null) {
            json.set("lastMessage", lastMessage(last));
        }
        return json.putNull("unreadCount").put("isSaved", true);
    }

    private static ObjectNode lastMessage(KeptMessage row) {
        var data = row.data();
        var json = Json.object().put("id", row.databaseId());
        json.set("key", Json.stored(data.path("key")));
        json.set("pushName", data.path("pushName"));
        json.putNull("participant")
                .put("messageType", row.messageType())
                .set("message", Json.stored(data.path("message")));
        json.set("contextInfo", context(data));
        json.set("source", data.path("source"));
        json.put("messageTimestamp", row.timestamp()).set("instanceId", data.path("instanceId"));
        json.putNull("sessionId").set("status", data.path("status"));
        return json;
    }
}
