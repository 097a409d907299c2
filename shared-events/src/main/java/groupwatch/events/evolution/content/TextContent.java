package groupwatch.events.evolution.content;

import static groupwatch.events.message.MessageType.TEXT;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageContent;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Plain text, with or without a link preview. */
final class TextContent {

    static final Map<String, ContentReader> READERS =
            Map.of("conversation", TextContent::conversation, "extendedTextMessage", TextContent::extended);

    private TextContent() {}

    private static MessageContent conversation(JsonNode text) {
        return MessageContent.of(TEXT, text.isString() && !text.stringValue().isEmpty() ? text.stringValue() : null);
    }

    private static MessageContent extended(JsonNode content) {
        return MessageContent.of(TEXT, Proto.text(content, "text"));
    }
}
