package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Message keys: which chat, whose, which id. */
public final class Keys {

    private Keys() {}

    /** @param by absent: the account itself */
    static ObjectNode live(Chat chat, @Nullable Persona by, Persona account, String id) {
        var author = by == null ? account : by;
        var key = Json.object().put("remoteJid", chat.jid());
        return switch (chat) {
            case Chat.Group group ->
                key.put("fromMe", by == null)
                        .put("id", id)
                        .put("participant", group.addressing().jid(author))
                        .put("participantAlt", group.addressing().other(author))
                        .put("addressingMode", group.addressing().word());
            case Chat.Direct direct -> {
                var alternate = alternate(direct, by);
                if (alternate != null) {
                    key.put("remoteJidAlt", alternate);
                }
                yield key.put("fromMe", by == null)
                        .put("id", id)
                        .put("participant", "")
                        .put("addressingMode", direct.form() == Chat.Form.NUMBER ? "pn" : "lid");
            }
        };
    }

    private static @Nullable String alternate(Chat.Direct chat, @Nullable Persona by) {
        return switch (chat.form()) {
            case NUMBER -> by == null ? null : chat.peer().lidJid();
            case NUMBER_FOR_LID -> chat.peer().phoneJid();
            case LID_ONLY -> null;
        };
    }

    /** As history chunks have it: without the other identities. */
    static ObjectNode history(Chat chat, @Nullable Persona by, Persona account, String id) {
        var key = Json.object()
                .put("remoteJid", chat.jid())
                .put("fromMe", by == null)
                .put("id", id);
        return chat instanceof Chat.Group group
                ? key.put("participant", group.addressing().jid(by == null ? account : by))
                : key;
    }

    /** Of a message another one is about. */
    public static ObjectNode target(String chat, boolean fromMe, String id, @Nullable String participant) {
        var key = Json.object().put("remoteJid", chat).put("fromMe", fromMe).put("id", id);
        return participant == null || participant.isEmpty() ? key : key.put("participant", participant);
    }

    /** Which kind of device made an id, as Baileys guesses it. */
    static String source(String id) {
        if (id.matches("3A.{18}")) {
            return "ios";
        }
        if (id.matches("3E.{20}")) {
            return "web";
        }
        if (id.length() == 21 || id.length() == 32) {
            return "android";
        }
        return id.startsWith("3F") || id.length() == 18 ? "desktop" : "unknown";
    }
}
