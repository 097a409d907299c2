package groupwatch.store.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One webhook, in a raw topic.
 *
 * @param fields of its body
 */
public record Webhook(String topic, Map<String, Object> fields) {

    public byte[] body() {
        return Json.bytes(fields);
    }

    /** The same happening, told at another time of the gateway's clock. */
    Webhook toldAt(String dateTime) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put("date_time", dateTime);
        return new Webhook(topic, changed);
    }

    /** The same message with another time of the sender's clock. */
    @SuppressWarnings("unchecked")
    Webhook sentLater(int seconds) {
        if (!(fields.get("data") instanceof Map<?, ?> data) || !(data.get("messageTimestamp") instanceof Number at)) {
            return this;
        }
        Map<String, Object> changedData = new LinkedHashMap<>((Map<String, Object>) data);
        changedData.put("messageTimestamp", at.longValue() + seconds);
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put("data", changedData);
        return new Webhook(topic, changed);
    }
}
