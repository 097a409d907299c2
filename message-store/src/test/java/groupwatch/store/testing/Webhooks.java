package groupwatch.store.testing;

import java.time.Instant;

/** Webhook bodies as Evolution API 2.3.7 sends them, cut down to what a test is about. */
public final class Webhooks {

    private Webhooks() {}

    public static String text(String chat, String id, String sender, Instant at, String text) {
        return message(chat, id, sender, at, "\"conversation\":\"" + text + "\"", "conversation");
    }

    public static String image(String chat, String id, String sender, Instant at) {
        return message(
                chat,
                id,
                sender,
                at,
                "\"imageMessage\":{\"mimetype\":\"image/jpeg\",\"caption\":\"x\"}",
                "imageMessage");
    }

    /** @param sender a phone JID, or {@code lid=phone} for a LID that is linked in passing */
    public static String message(String chat, String id, String sender, Instant at, String content, String type) {
        return message("loja-norte", chat, id, sender, at, content, type);
    }

    public static String message(
            String instance, String chat, String id, String sender, Instant at, String content, String type) {
        String[] who = sender.split("=", 2);
        String participant = chat.endsWith("@g.us")
                ? "\"participant\":\"%s\"%s"
                        .formatted(who[0], who.length > 1 ? ",\"participantAlt\":\"" + who[1] + "\"" : "")
                : "\"participant\":\"\"";
        return """
                {"event":"messages.upsert","instance":"%s","data":{"key":{"remoteJid":"%s","fromMe":false,"id":"%s",%s},\
                "pushName":"Somebody","message":{%s},"messageType":"%s","messageTimestamp":%d,"source":"android"},\
                "date_time":"2026-11-20T20:28:57.555Z","sender":"5511999990000@s.whatsapp.net"}""".formatted(instance, chat, id, participant, content, type, at.getEpochSecond());
    }

    /** @param data of the event, as JSON */
    public static String event(String event, String instance, String data, String dateTime) {
        return """
                {"event":"%s","instance":"%s","data":%s,"date_time":"%s","sender":"5511999990000@s.whatsapp.net"}""".formatted(event, instance, data, dateTime);
    }

    /** @param more fields of the call, such as {@code ,"groupJid":"…"} */
    public static String call(String instance, String id, String from, Instant at, String status, String more) {
        return event(
                "call",
                instance,
                "{\"chatId\":\"%1$s\",\"from\":\"%1$s\",\"id\":\"%2$s\",\"date\":\"%3$s\",\"status\":\"%4$s\"%5$s}"
                        .formatted(from, id, at, status, more),
                at.toString());
    }

    public static String contact(String instance, String jid, String name, String picture, String dateTime) {
        return event(
                "contacts.upsert",
                instance,
                "[{\"remoteJid\":\"%s\",\"pushName\":\"%s\",\"profilePicUrl\":%s}]"
                        .formatted(jid, name, picture == null ? null : "\"" + picture + "\""),
                dateTime);
    }

    public static String groups(String group, String subject, String dateTime, String participants) {
        return """
                {"event":"groups.upsert","instance":"loja-norte","data":[{"id":"%s","subject":"%s","size":3,\
                "participants":[%s]}],"date_time":"%s","sender":"5511999990000@s.whatsapp.net"}""".formatted(group, subject, participants, dateTime);
    }

    public static String participants(String group, String action, String who, String dateTime) {
        return """
                {"event":"group-participants.update","instance":"loja-norte","data":{"id":"%s","author":"188880000000001@lid",\
                "participants":[%s],"action":"%s"},"date_time":"%s","sender":"5511999990000@s.whatsapp.net"}""".formatted(group, who, action, dateTime);
    }

    public static String participant(String lid, String phone, String admin) {
        return "{\"id\":\"%s\",\"phoneNumber\":\"%s\",\"admin\":%s}"
                .formatted(lid, phone, admin == null ? "null" : "\"" + admin + "\"");
    }
}
