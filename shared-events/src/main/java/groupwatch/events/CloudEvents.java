package groupwatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a published record: CloudEvents 1.0, binary mode of its Kafka protocol binding, so that a
 * consumer can route without parsing the value.
 */
public final class CloudEvents {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /**
     * @param source who says it, as a URI reference ({@code /message-store})
     * @param time when it happened; absent when nobody knows
     * @param subject what it is about within the source (a chat, a group); absent when it is about nothing in particular
     */
    public static Map<String, String> headers(
            String id, String source, String type, @Nullable Instant time, @Nullable String subject) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id);
        headers.put(SOURCE, source);
        headers.put(TYPE, type);
        if (time != null) {
            headers.put(TIME, time.toString());
        }
        if (subject != null) {
            headers.put(SUBJECT, subject);
        }
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }

    /** The headers of a published event. */
    public static Map<String, String> headers(PublishedEvent event, String source, @Nullable String subject) {
        return headers(event.eventId(), source, event.getClass().getSimpleName(), event.occurredAt(), subject);
    }
}
