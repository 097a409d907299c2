package groupwatch.events.evolution;

import groupwatch.events.evolution.content.MessageContents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The small JPEG that came along with a message, of a webhook about that one message. */
public final class WebhookPreview {

    private WebhookPreview() {}

    /** Absent when there is none, or it is no JPEG. Of an array, that of its first item. */
    public static byte @Nullable [] of(JsonNode webhook) {
        JsonNode data = webhook.path("data");
        return MessageContents.thumbnail(data.isArray() ? data.path(0).path("message") : data.path("message"));
    }
}
