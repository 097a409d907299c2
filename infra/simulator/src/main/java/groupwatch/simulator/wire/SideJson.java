package groupwatch.simulator.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What accompanies messages: contacts, chats, who is typing, calls. */
public final class SideJson {

    private SideJson() {}

    public static ObjectNode contact(String jid, String name, String instanceId) {
        return Json.object()
                .put("remoteJid", jid)
                .put("pushName", name)
                .putNull("profilePicUrl")
                .put("instanceId", instanceId);
    }

    /** @param unread absent in {@code chats.set} */
    public static ObjectNode chat(String jid, String name, @Nullable Integer unread, String instanceId) {
        var chat = Json.object()
                .put("remoteJid", jid)
                .put("instanceId", instanceId)
                .put("name", name);
        return unread == null ? chat : chat.put("unreadMessages", unread);
    }

    /** The update after a message: only a picture, or nothing new at all. */
    public static Event contactUpdate(String jid, String instanceId) {
        var contacts = Json.array();
        contacts.addObject().put("remoteJid", jid).putNull("profilePicUrl").put("instanceId", instanceId);
        return Event.of("contacts.update", contacts);
    }

    public static Event chatUpdate(String jid, String instanceId) {
        var chats = Json.array();
        chats.addObject().put("remoteJid", jid).put("instanceId", instanceId);
        return Event.of("chats.update", chats);
    }

    /** @param state composing, recording, available, unavailable, paused */
    public static Event presence(String chat, String person, String state) {
        var data = Json.object().put("id", chat);
        data.putObject("presences").putObject(person).put("lastKnownPresence", state);
        return Event.of("presence.update", data);
    }

    /** @param status offer, ringing, accept, reject, timeout, terminate */
    public static Event call(String id, String from, Instant at, String status, boolean video) {
        return Event.of(
                "call",
                Json.object()
                        .put("chatId", from)
                        .put("from", from)
                        .put("id", id)
                        .put("date", Times.iso(at))
                        .put("offline", false)
                        .put("status", status)
                        .put("isVideo", video)
                        .put("isGroup", false));
    }
}
