package groupwatch.simulator.webhook;

import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where an instance's events go.
 *
 * @param byEvents whether the event's name is appended to the URL
 * @param base64 whether media come along; heeded when the instance opens
 * @param headers copied, but for {@code jwt_key}
 * @param events names of a subscription
 */
public record WebhookTarget(
        String id,
        boolean enabled,
        String url,
        boolean byEvents,
        boolean base64,
        Map<String, String> headers,
        List<String> events,
        Instant createdAt,
        Instant updatedAt) {

    private static final String JWT_KEY = "jwt_key";

    boolean wants(Event event) {
        return enabled && events.contains(event.subscription()) && url.matches("(?i)https?://.*");
    }

    /** As {@code /webhook/find} answers: other names than in the request, and the JWT key in clear. */
    public ObjectNode json(String instanceId) {
        var json = Json.object().put("id", id).put("url", url);
        var named = json.putObject("headers");
        headers.forEach(named::put);
        json.put("enabled", enabled).set("events", Json.strings(events));
        return json.put("webhookByEvents", byEvents)
                .put("webhookBase64", base64)
                .put("createdAt", Times.iso(createdAt))
                .put("updatedAt", Times.iso(updatedAt))
                .put("instanceId", instanceId);
    }

    Map<String, String> headers(Instant now) {
        var sent = new LinkedHashMap<>(headers);
        var key = sent.remove(JWT_KEY);
        if (key != null && !key.isEmpty()) {
            sent.keySet().removeIf("authorization"::equalsIgnoreCase);
            sent.put("Authorization", "Bearer " + SignedToken.of(key, now));
        }
        return sent;
    }
}
