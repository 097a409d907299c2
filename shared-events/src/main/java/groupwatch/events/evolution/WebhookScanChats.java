package groupwatch.events.evolution;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/**
 * Collects which chat a webhook is about. Evolution names it in different places by event; the places are ordered so that
 * the first one present is right for every event of CONTRACT §2 (a group call also names the caller's own chat).
 */
final class WebhookScanChats {

    private enum Place {
        KEY_REMOTE_JID,
        REMOTE_JID,
        GROUP_JID,
        CHAT_ID,
        ID,
        FROM
    }

    private final Map<Place, String> found = new EnumMap<>(Place.class);
    private boolean many;

    /** Looks at the string that the parser stands on, a member called {@code name} somewhere below the envelope. */
    void see(JsonParser parser, String name) {
        Place place = place(parser.streamReadContext(), name);
        if (place == null) {
            return;
        }
        String jid = parser.getString().strip();
        // labels and deleted messages have an id too, which is no JID
        if (jid.indexOf('@') < 0) {
            return;
        }
        String before = found.putIfAbsent(place, jid);
        many |= before != null && !before.equals(jid);
    }

    @Nullable
    String first() {
        return found.isEmpty() ? null : found.values().iterator().next();
    }

    /** Whether items of an array named different chats in the place that counts. */
    boolean many() {
        return many;
    }

    private static @Nullable Place place(TokenStreamContext object, String name) {
        return switch (name) {
            case "remoteJid" -> inData(object) ? Place.REMOTE_JID : inKey(object) ? Place.KEY_REMOTE_JID : null;
            case "groupJid" -> inData(object) ? Place.GROUP_JID : null;
            case "chatId" -> inData(object) ? Place.CHAT_ID : null;
            case "id" -> inData(object) ? Place.ID : null;
            case "from" -> inData(object) ? Place.FROM : null;
            default -> null;
        };
    }

    private static boolean inKey(TokenStreamContext object) {
        TokenStreamContext parent = object.getParent();
        return "key".equals(parent.currentName()) && inData(parent);
    }

    /** {@code data} itself, or an item of it when it is an array. */
    private static boolean inData(TokenStreamContext object) {
        TokenStreamContext parent = object.getParent();
        TokenStreamContext envelope = parent.inArray() ? parent.getParent() : parent;
        return envelope.getNestingDepth() == 1 && Objects.equals("data", envelope.currentName());
    }
}
