package groupwatch.kit.evolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An instance's webhook in Evolution's words, which differ between question and answer. */
final class WebhookJson {

    private WebhookJson() {}

    /** What {@code /webhook/find} answers: a row, or {@code null}; absent: it has none. */
    static @Nullable InstanceWebhook read(JsonNode row) {
        if (row.isNull() || row.isObject() && row.isEmpty()) {
            return null;
        }
        if (!row.isObject()) {
            throw Troubles.noAnswer();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        row.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        List<String> events = new ArrayList<>();
        row.path("events").forEach(event -> events.add(event.asString("")));
        return new InstanceWebhook(
                row.path("enabled").asBoolean(false),
                row.path("url").asString(""),
                row.path("webhookByEvents").asBoolean(false),
                row.path("webhookBase64").asBoolean(false),
                headers,
                events);
    }

    /** For {@code /webhook/set}. */
    static Map<String, Object> set(InstanceWebhook webhook) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enabled", webhook.enabled());
        json.putAll(created(webhook));
        return Map.of("webhook", json);
    }

    /** For {@code /instance/create}, which enables it. */
    static Map<String, Object> created(InstanceWebhook webhook) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", webhook.url());
        json.put("byEvents", webhook.byEvents());
        json.put("base64", webhook.base64());
        json.put("headers", webhook.headers());
        json.put("events", webhook.events());
        return json;
    }
}
