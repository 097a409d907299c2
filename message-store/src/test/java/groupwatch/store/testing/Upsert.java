package groupwatch.store.testing;

import static groupwatch.store.testing.Json.object;

import java.util.List;
import java.util.Map;

/** Webhook bodies of one group and one direct chat, as short as a test wants them. */
public final class Upsert {

    public static final String GROUP = "120363000000000101@g.us";
    public static final String ANA = "5511999990001@s.whatsapp.net";
    public static final String ACCOUNT = "5511999990000@s.whatsapp.net";
    public static final long SENT = 1_760_000_000L;

    private Upsert() {}

    public static byte[] text(String chat, String id, String text) {
        return text(chat, id, text, SENT);
    }

    public static byte[] text(String chat, String id, String text, long sentAt) {
        return content(chat, id, object("conversation", text), sentAt);
    }

    public static byte[] content(String chat, String id, Map<String, Object> content, long sentAt) {
        return envelope(
                "messages.upsert",
                object(
                        "key",
                        key(chat, id),
                        "pushName",
                        "Ana",
                        "message",
                        content,
                        "messageType",
                        "conversation",
                        "messageTimestamp",
                        sentAt));
    }

    /** A text that mentions so many people. */
    public static byte[] mentioning(String chat, String id, int people) {
        List<String> mentioned = java.util.stream.IntStream.range(0, people)
                .mapToObj("1888800%08d@lid"::formatted)
                .toList();
        return envelope(
                "messages.upsert",
                object(
                        "key",
                        key(chat, id),
                        "pushName",
                        "Ana",
                        "message",
                        object("conversation", "all of you"),
                        "contextInfo",
                        object("mentionedJid", mentioned),
                        "messageType",
                        "conversation",
                        "messageTimestamp",
                        SENT));
    }

    public static byte[] reaction(String chat, String id, String target, String emoji) {
        return content(
                chat,
                id,
                object(
                        "reactionMessage",
                        object("key", key(chat, target), "text", emoji, "senderTimestampMs", SENT + "500")),
                SENT);
    }

    public static byte[] edit(String chat, String target, String text) {
        return envelope(
                "messages.edited",
                object(
                        "key",
                        key(chat, target),
                        "type",
                        "MESSAGE_EDIT",
                        "editedMessage",
                        object("conversation", text),
                        "timestampMs",
                        (SENT + 60) + "000"));
    }

    public static byte[] revoke(String chat, String target) {
        return envelope(
                "messages.delete",
                object("remoteJid", chat, "fromMe", false, "id", target, "participant", ANA, "status", "DELETED"));
    }

    private static Map<String, Object> key(String chat, String id) {
        return object("remoteJid", chat, "fromMe", false, "id", id, "participant", chat.endsWith("@g.us") ? ANA : "");
    }

    private static byte[] envelope(String event, Map<String, Object> data) {
        return Json.bytes(object(
                "event", event,
                "instance", "loja-norte",
                "data", data,
                "date_time", "2026-11-20T20:00:00.000Z",
                "sender", ACCOUNT));
    }
}
