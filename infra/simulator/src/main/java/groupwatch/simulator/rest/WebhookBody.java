package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Identity;
import groupwatch.simulator.webhook.WebhookTarget;
import groupwatch.simulator.wire.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A webhook as requests describe it. */
final class WebhookBody {

    /** What is said when there is no list of events: it was looked at before it was checked. */
    static final String NO_EVENTS = "Cannot read properties of undefined (reading 'length')";

    private WebhookBody() {}

    /** @throws EvolutionException 400 for an event nobody knows */
    static void checkEvents(JsonNode webhook) {
        var wrong = new ArrayList<String>();
        var events = webhook.path("events");
        for (int i = 0; i < events.size(); i++) {
            if (!Event.SUBSCRIPTIONS.contains(events.path(i).asString(""))) {
                wrong.add("webhook.events[" + i + "] is not one of enum values: "
                        + String.join(",", Event.SUBSCRIPTIONS));
            }
        }
        if (!wrong.isEmpty()) {
            throw EvolutionException.invalid(wrong);
        }
    }

    /** An empty list is all events; what is not enabled has none. */
    static WebhookTarget target(
            JsonNode webhook, boolean enabled, Identity identity, @Nullable WebhookTarget before, Instant now) {
        var events = new ArrayList<String>();
        webhook.path("events").forEach(event -> events.add(event.asString("")));
        var headers = new LinkedHashMap<String, String>();
        webhook.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        return new WebhookTarget(
                identity.rowId("webhook"),
                enabled,
                webhook.path("url").asString(""),
                webhook.path("byEvents").asBoolean(false),
                webhook.path("base64").asBoolean(false),
                headers,
                !enabled ? List.of() : events.isEmpty() ? Event.SUBSCRIPTIONS : List.copyOf(events),
                before == null ? now : before.createdAt(),
                now);
    }
}
