package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.Location;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Places: one point, or a position that moves. */
final class PlaceContent {

    static final Map<String, ContentReader> READERS =
            Map.of("locationMessage", PlaceContent::fixed, "liveLocationMessage", PlaceContent::live);

    private PlaceContent() {}

    static @Nullable Location place(JsonNode content) {
        return content.isObject()
                ? new Location(
                        Numbers.decimal(content.path("degreesLatitude")),
                        Numbers.decimal(content.path("degreesLongitude")),
                        Proto.text(content, "name"),
                        Proto.text(content, "address"))
                : null;
    }

    private static MessageContent fixed(JsonNode content) {
        return MessageContent.of(
                        Proto.flag(content, "isLive") ? MessageType.LIVE_LOCATION : MessageType.LOCATION,
                        Proto.text(content, "name", "address", "comment"))
                .withLocation(place(content));
    }

    private static MessageContent live(JsonNode content) {
        return MessageContent.of(MessageType.LIVE_LOCATION, Proto.text(content, "caption"))
                .withLocation(place(content));
    }
}
