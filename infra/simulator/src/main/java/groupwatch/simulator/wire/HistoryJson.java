package groupwatch.simulator.wire;

import groupwatch.simulator.media.Noise;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The past, as it is told after pairing: in chunks, each announced by a notification. */
public final class HistoryJson {

    private HistoryJson() {}

    /** It surfaces as {@code messages.edited}, like every protocol message. */
    public static Event notification(String instance, int order, int progress, int messages) {
        var seed = instance + "history" + order;
        var notification = Json.object()
                .put("fileSha256", base64(seed + "hash"))
                .put("fileLength", Integer.toString(messages * 300))
                .put("mediaKey", base64(seed + "key"))
                .put("fileEncSha256", base64(seed + "encrypted"))
                .put("directPath", "/v/t62.7118-24/simulated-" + order + "_n.enc")
                .put("syncType", "RECENT")
                .put("chunkOrder", order)
                .put("progress", progress);
        var data = Json.object().put("type", "HISTORY_SYNC_NOTIFICATION");
        data.set("historySyncNotification", notification);
        return Event.of("messages.edited", data);
    }

    public static Event messages(List<ObjectNode> messages, boolean latest, int progress) {
        return new Event("messages.set", all(messages), latest, progress);
    }

    public static Event chats(List<ObjectNode> chats) {
        return Event.of("chats.set", all(chats));
    }

    public static Event contacts(List<ObjectNode> contacts) {
        return Event.of("contacts.upsert", all(contacts));
    }

    private static tools.jackson.databind.node.ArrayNode all(List<ObjectNode> items) {
        var array = Json.array();
        items.forEach(array::add);
        return array;
    }

    private static String base64(String seed) {
        return Base64.getEncoder().encodeToString(Noise.bytes(seed, 32));
    }
}
