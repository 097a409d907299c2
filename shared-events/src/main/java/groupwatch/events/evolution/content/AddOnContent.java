package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Messages that do something to another message: reactions, pins, keeps, and what is encrypted for it. */
final class AddOnContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "reactionMessage", AddOnContent::reaction,
            "encReactionMessage", content -> encrypted(MessageType.REACTION, content, "targetMessageKey"),
            "pinInChatMessage", AddOnContent::pin,
            "keepInChatMessage", AddOnContent::keep,
            "secretEncryptedMessage", content -> encrypted(MessageType.EDIT_UNDECRYPTABLE, content, "targetMessageKey"),
            "encEventResponseMessage", content -> encrypted(MessageType.UNKNOWN, content, "eventCreationMessageKey"),
            "encCommentMessage", content -> encrypted(MessageType.UNKNOWN, content, "targetMessageKey"));

    private AddOnContent() {}

    /** An empty text takes the reaction back. */
    private static MessageContent reaction(JsonNode content) {
        return MessageContent.of(MessageType.REACTION, Proto.text(content, "text"))
                .withTarget(Targets.key(content.path("key"), null));
    }

    private static MessageContent pin(JsonNode content) {
        return MessageContent.of(MessageType.PIN, null)
                .withTarget(Targets.key(content.path("key"), undone(content, "type") ? "unpin" : "pin"));
    }

    private static MessageContent keep(JsonNode content) {
        return MessageContent.of(MessageType.KEEP, null)
                .withTarget(Targets.key(content.path("key"), undone(content, "keepType") ? "undo" : "keep"));
    }

    private static MessageContent encrypted(MessageType type, JsonNode content, String key) {
        return MessageContent.of(type, null).withTarget(Targets.key(content.path(key), null));
    }

    /** 2, UNPIN_FOR_ALL, UNDO_KEEP_FOR_ALL. */
    private static boolean undone(JsonNode content, String field) {
        String word = Proto.word(content, field);
        return word != null && (word.equals("2") || word.startsWith("UN"));
    }
}
