package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happens to a message afterwards: edits, revokes, receipts. Protocol messages have names, texts and base64, not numbers. */
public final class Changes {

    private static final Set<String> CAPTIONED = Set.of("imageMessage", "videoMessage", "documentMessage");

    private Changes() {}

    /** @param key from the perspective of who did it */
    public static ObjectNode edit(ObjectNode key, ObjectNode content, Instant at) {
        var protocol = Json.object();
        protocol.set("key", key);
        protocol.put("type", "MESSAGE_EDIT").set("editedMessage", content);
        return protocol.put("timestampMs", Long.toString(at.toEpochMilli()));
    }

    /** @param key from the perspective of who did it */
    public static ObjectNode revoke(ObjectNode key) {
        var protocol = Json.object();
        protocol.set("key", key);
        return protocol.put("type", "REVOKE");
    }

    /** The new content: of a file only its caption; what was wrapped is so no longer. */
    public static ObjectNode edited(String messageType, String text) {
        var content = Json.object();
        if (!CAPTIONED.contains(messageType)) {
            return content.put("conversation", text);
        }
        content.putObject(messageType).put("caption", text);
        return content;
    }

    /** The second telling of an edit. */
    public static ObjectNode editedUpdate(Row row, ObjectNode content, String instanceId) {
        var update = row.update("SERVER_ACK", instanceId);
        update.putObject("message").putObject("editedMessage").set("message", content);
        return update.put("messageId", row.databaseId());
    }

    public static ObjectNode receipt(Row row, String status, String instanceId) {
        return row.update(status, instanceId).put("messageId", row.databaseId());
    }

    /** Somebody revoked: {@code participant} is who did it, not who wrote it. */
    public static ObjectNode deleted(Chat chat, @Nullable Persona by, Persona account, String id) {
        return Keys.live(chat, by, account, id).put("status", "DELETED");
    }

    /**
     * What names a stored message in an update.
     *
     * @param participant its author in a group, empty in a direct chat, absent for what the API sent
     */
    public record Row(
            String databaseId,
            String keyId,
            String remoteJid,
            boolean fromMe,
            @Nullable String participant) {

        private ObjectNode update(String status, String instanceId) {
            var update = Json.object()
                    .put("keyId", keyId)
                    .put("remoteJid", remoteJid)
                    .put("fromMe", fromMe);
            if (participant != null) {
                update.put("participant", participant);
            }
            return update.put("status", status).put("instanceId", instanceId);
        }
    }
}
