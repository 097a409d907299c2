package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What shops and bots send: menus, templates, products, orders. */
final class BusinessContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "interactiveMessage", BusinessContent::interactive,
            "buttonsMessage", content -> interactive(content, "contentText"),
            "listMessage", content -> interactive(content, "description", "title"),
            "templateMessage", BusinessContent::template,
            "highlyStructuredMessage", BusinessContent::structured,
            "productMessage", BusinessContent::product,
            "orderMessage", BusinessContent::order);

    private BusinessContent() {}

    private static MessageContent interactive(JsonNode content) {
        String text = Proto.text(content.path("body"), "text");
        return MessageContent.of(
                MessageType.INTERACTIVE, text == null ? Proto.text(content.path("header"), "title") : text);
    }

    private static MessageContent interactive(JsonNode content, String... fields) {
        return MessageContent.of(MessageType.INTERACTIVE, Proto.text(content, fields));
    }

    private static MessageContent template(JsonNode content) {
        for (String form : new String[] {"hydratedTemplate", "hydratedFourRowTemplate"}) {
            String text = Proto.text(content.path(form), "hydratedContentText", "hydratedTitleText");
            if (text != null) {
                return MessageContent.of(MessageType.TEMPLATE, text);
            }
        }
        JsonNode body = content.path("interactiveMessageTemplate").path("body");
        return MessageContent.of(MessageType.TEMPLATE, Proto.text(body, "text"));
    }

    private static MessageContent structured(JsonNode content) {
        return template(content.path("hydratedHsm"));
    }

    private static MessageContent product(JsonNode content) {
        String title = Proto.text(content.path("product"), "title");
        return MessageContent.of(MessageType.PRODUCT, title == null ? Proto.text(content, "body") : title);
    }

    private static MessageContent order(JsonNode content) {
        return MessageContent.of(MessageType.ORDER, Proto.text(content, "orderTitle", "message"));
    }
}
