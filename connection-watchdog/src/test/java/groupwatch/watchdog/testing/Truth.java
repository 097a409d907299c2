package groupwatch.watchdog.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What WhatsApp means in the end, by Evolution's own word, beside what the message store says. */
public final class Truth {

    /** Evolution's words for what a message is, and ours; what has no line here is called the same on both sides but for its ending. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("conversation", "text"),
            Map.entry("extendedTextMessage", "text"),
            Map.entry("ephemeralMessage", "text"),
            Map.entry("ptvMessage", "video_note"),
            Map.entry("audioMessage", "voice"),
            Map.entry("reactionMessage", "reaction"),
            Map.entry("pollCreationMessageV3", "poll"),
            Map.entry("pollCreationMessage", "poll"),
            Map.entry("pollUpdateMessage", "poll_vote"),
            Map.entry("locationMessage", "location"),
            Map.entry("liveLocationMessage", "live_location"),
            Map.entry("contactMessage", "contact"),
            Map.entry("imageMessage", "image"),
            Map.entry("videoMessage", "video"),
            Map.entry("viewOnceMessageV2", "image"),
            Map.entry("documentMessage", "document"),
            Map.entry("stickerMessage", "sticker"));

    private Truth() {}

    /** A message; its text is empty where there is none, or where it was revoked. */
    public record Line(String type, String text, boolean revoked) {

        static Line of(String type, String text, boolean revoked) {
            // what somebody reacted with, or voted for, is not in Evolution's word for it
            boolean shown = !revoked && !type.equals("reaction") && !type.equals("poll_vote");
            return new Line(type, shown ? text : "", revoked);
        }
    }

    /** By chat and id, as {@code 1203…@g.us 3EB0…}. */
    public static Map<String, Line> ofGroups(RunningSimulator simulator, String instance) {
        Map<String, Line> lines = new TreeMap<>();
        for (JsonNode row : simulator.lines("/simulator/" + instance + "/truth")) {
            String chat = row.path("chat").asString();
            if (chat.endsWith("@g.us")) {
                boolean revoked = row.path("revoked").asBoolean();
                String type = row.path("type").asString();
                lines.put(
                        chat + " " + row.path("id").asString(),
                        Line.of(
                                Objects.requireNonNullElse(TYPES.get(type), type),
                                row.path("text").asString(""),
                                revoked));
            }
        }
        return lines;
    }

    public static Map<String, Line> ofStore(WebTestClient store, Iterable<String> chats) {
        Map<String, Line> lines = new TreeMap<>();
        for (String chat : chats) {
            for (JsonNode message : messages(store, chat)) {
                boolean revoked = message.has("revokedAt");
                lines.put(
                        chat + " " + message.path("id").asString(),
                        Line.of(
                                message.path("type").asString(),
                                message.path("text").asString(""),
                                revoked));
            }
        }
        return lines;
    }

    /** Each message that the store lacks, or has otherwise; the first few. Others' accounts have more in the same groups. */
    public static List<String> differences(Map<String, Line> truth, Map<String, Line> stored) {
        return truth.keySet().stream()
                .filter(key -> !Objects.equals(truth.get(key), stored.get(key)))
                .map(key -> key + ": " + truth.get(key) + " is " + stored.get(key))
                .limit(20)
                .toList();
    }

    private static List<JsonNode> messages(WebTestClient store, String chat) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> variables = new HashMap<>(Map.of("chat", chat));
            String path = "/groups/{chat}/messages?limit=500&order=asc";
            if (cursor != null) {
                path += "&cursor={cursor}";
                variables.put("cursor", cursor);
            }
            JsonNode page = store.get()
                    .uri(path, variables)
                    .exchange()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        } while (cursor != null);
        return all;
    }
}
