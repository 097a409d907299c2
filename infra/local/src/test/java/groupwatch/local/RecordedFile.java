package groupwatch.local;

import groupwatch.simulator.media.MediaFiles;
import groupwatch.simulator.world.Content;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded webhook with a file, under a message id of its own. The bytes are the recorded ones where the recording has them; else a file
 * of that kind, of which hash and length are put into the message in the encoding that stood there.
 *
 * @param id of the message
 * @param kind the Evolution name, such as {@code imageMessage}
 * @param along whether the bytes come along in the webhook
 */
record RecordedFile(String id, String chat, String kind, byte[] bytes, boolean along, byte[] webhook) {

    private static final Set<String> KINDS =
            Set.of("imageMessage", "videoMessage", "ptvMessage", "audioMessage", "documentMessage", "stickerMessage");

    /** The files of a webhook, each asked for and, where Evolution would send it so, along with it. */
    static List<RecordedFile> of(byte[] payload, String suffix) {
        var files = new ArrayList<RecordedFile>();
        for (var along : List.of(false, true)) {
            var webhook = (ObjectNode) JsonMapper.shared().readTree(payload);
            var messages = webhook.path("data").isArray() ? webhook.path("data") : List.of(webhook.path("data"));
            for (var message : messages) {
                var file = of(message, suffix + (along ? "A" : "B"), along);
                if (file != null) {
                    files.add(new RecordedFile(
                            file.id(),
                            file.chat(),
                            file.kind(),
                            file.bytes(),
                            along,
                            JsonMapper.shared().writeValueAsBytes(webhook)));
                }
            }
        }
        return files;
    }

    private static @Nullable RecordedFile of(JsonNode data, String suffix, boolean along) {
        if (!(data.path("message") instanceof ObjectNode outer)) {
            return null;
        }
        var inner = outer.path("viewOnceMessage").path("message") instanceof ObjectNode wrapped ? wrapped : outer;
        var kind = inner.propertyNames().stream()
                .filter(KINDS::contains)
                .findFirst()
                .orElse(null);
        // Evolution never adds the bytes of a wrapped message, nor those of history
        if (kind == null || along && (inner != outer || !data.has("status"))) {
            return null;
        }
        var content = (ObjectNode) inner.path(kind);
        var recorded = outer.path("base64").asString("");
        var bytes =
                recorded.isEmpty() ? made(kind, content) : Base64.getDecoder().decode(recorded);
        content.set("fileSha256", like(content.path("fileSha256"), sha256(bytes)));
        content.set("fileLength", like(content.path("fileLength"), bytes.length));
        outer.remove("base64");
        if (along) {
            outer.put("base64", Base64.getEncoder().encodeToString(bytes));
        }
        var key = (ObjectNode) data.path("key");
        key.put("id", key.path("id").asString() + suffix);
        return new RecordedFile(
                key.path("id").asString(), key.path("remoteJid").asString(), kind, bytes, along, new byte[0]);
    }

    private static byte[] made(String kind, JsonNode content) {
        Content asked = switch (kind) {
            case "imageMessage" -> new Content.Image(null);
            case "videoMessage", "ptvMessage" -> new Content.Video(null, 3);
            case "audioMessage" -> new Content.Voice(4, "said");
            case "stickerMessage" -> new Content.Sticker();
            default ->
                new Content.Document(
                        content.path("fileName").asString("file.pdf"), "application/pdf", 2, null, "what stands in it");
        };
        return MediaFiles.of("recorded " + kind, asked).bytes();
    }

    private static JsonNode like(JsonNode before, byte[] hash) {
        var nodes = JsonNodeFactory.instance;
        if (before.isString()) {
            return nodes.stringNode(Base64.getEncoder().encodeToString(hash));
        }
        var indices = nodes.objectNode();
        for (var i = 0; i < hash.length; i++) {
            indices.put(Integer.toString(i), hash[i] & 0xff);
        }
        return indices;
    }

    private static JsonNode like(JsonNode before, int length) {
        var nodes = JsonNodeFactory.instance;
        if (before.isString()) {
            return nodes.stringNode(Integer.toString(length));
        }
        return before.isNumber()
                ? nodes.numberNode(length)
                : nodes.objectNode().put("low", length).put("high", 0).put("unsigned", true);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
