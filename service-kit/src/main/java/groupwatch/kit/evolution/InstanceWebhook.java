package groupwatch.kit.evolution;

import java.util.List;
import java.util.Map;

/**
 * Where an instance sends its events.
 *
 * @param headers sent along; among them a secret
 * @param events such as {@code MESSAGES_UPSERT}; none = all
 */
public record InstanceWebhook(
        boolean enabled,
        String url,
        boolean byEvents,
        boolean base64,
        Map<String, String> headers,
        List<String> events) {

    public InstanceWebhook {
        headers = Map.copyOf(headers);
        events = List.copyOf(events);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return (enabled ? "" : "disabled ") + url + " " + events;
    }
}
