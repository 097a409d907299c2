package groupwatch.comparing;

import groupwatch.events.EventCodec;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows as {@code POST /chat/findMessages} answers them. */
final class Rows {

    static final String TEAM = "120363000000000101@g.us";
    static final String OTHERS = "120363000000000202@g.us";
    static final String ANA = "5511999990001@s.whatsapp.net";

    private Rows() {}

    static ObjectNode text(String chat, String id, String text, Instant at) {
        ObjectNode row = row(chat, id, at).put("messageType", "conversation");
        row.putObject("message").put("conversation", text);
        return row;
    }

    /** Its content and its time are those of the edit. */
    static ObjectNode edited(String chat, String id, String text, Instant at) {
        return marked(text(chat, id, text, at), "EDITED");
    }

    static ObjectNode deleted(String chat, String id, String text, Instant at) {
        return marked(marked(text(chat, id, text, at), "EDITED"), "DELETED");
    }

    static ObjectNode reaction(String chat, String id, String target, String emoji, Instant at) {
        ObjectNode row = row(chat, id, at).put("messageType", "reactionMessage");
        ObjectNode reaction =
                row.putObject("message").putObject("reactionMessage").put("text", emoji);
        reaction.putObject("key").put("id", target).put("fromMe", false).put("remoteJid", chat);
        return row;
    }

    private static ObjectNode row(String chat, String id, Instant at) {
        ObjectNode row = EventCodec.mapper().createObjectNode().put("id", "row-" + id);
        ObjectNode key = row.putObject("key").put("id", id).put("fromMe", false).put("remoteJid", chat);
        if (chat.endsWith("@g.us")) {
            key.put("participant", "188880000000001@lid").put("participantAlt", ANA);
        }
        row.put("pushName", "Ana Souza").put("messageTimestamp", at.getEpochSecond());
        row.putArray("MessageUpdate");
        return row;
    }

    private static ObjectNode marked(ObjectNode row, String status) {
        JsonNode marks = row.path("MessageUpdate");
        marks.asArray().addObject().put("status", status);
        return row;
    }
}
