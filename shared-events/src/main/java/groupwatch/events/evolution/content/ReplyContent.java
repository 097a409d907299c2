package groupwatch.events.evolution.content;

import groupwatch.events.EventCodec;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.Choice;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What somebody chose from buttons, a list, a template or an interactive message. */
final class ReplyContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "buttonsResponseMessage", ReplyContent::button,
            "templateButtonReplyMessage", ReplyContent::template,
            "listResponseMessage", ReplyContent::list,
            "interactiveResponseMessage", ReplyContent::interactive);

    private ReplyContent() {}

    private static MessageContent button(JsonNode content) {
        return reply(
                MessageType.BUTTON_REPLY,
                Proto.text(content, "selectedDisplayText"),
                Proto.word(content, "selectedButtonId"));
    }

    private static MessageContent template(JsonNode content) {
        return reply(
                MessageType.BUTTON_REPLY,
                Proto.text(content, "selectedDisplayText"),
                Proto.word(content, "selectedId"));
    }

    private static MessageContent list(JsonNode content) {
        return reply(
                MessageType.LIST_REPLY,
                Proto.text(content, "title", "description"),
                Proto.word(content.path("singleSelectReply"), "selectedRowId"));
    }

    private static MessageContent interactive(JsonNode content) {
        String parameters = Proto.text(content.path("nativeFlowResponseMessage"), "paramsJson");
        return reply(
                MessageType.INTERACTIVE_REPLY,
                Proto.text(content.path("body"), "text"),
                parameters == null ? null : chosen(parameters));
    }

    /** The parameters are JSON in a string, with an id when something simple was chosen. */
    private static String chosen(String parameters) {
        try {
            String id = Proto.word(EventCodec.mapper().readTree(parameters), "id");
            return id == null ? parameters : id;
        } catch (JacksonException e) {
            return parameters;
        }
    }

    private static MessageContent reply(MessageType type, @Nullable String text, @Nullable String id) {
        return MessageContent.of(type, text).withChoice(id == null ? null : new Choice(id));
    }
}
