package groupwatch.media;

import groupwatch.events.message.MessageType;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long files are kept after they were stored, so that what comes home late, of history, is kept as long; 0 is for ever.
 *
 * @param days of files of all kinds that are not named below
 * @param kinds days by kind, such as {@code groupwatch.media.retention.kinds.video=30}
 */
public record RetentionSettings(
        @DefaultValue("90") int days, @DefaultValue Map<MessageType, Integer> kinds) {

    public RetentionSettings {
        kinds = Map.copyOf(kinds);
        if (days < 0 || kinds.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("groupwatch.media.retention takes days: 0 (for ever) or more");
        }
    }

    /** Zero is for ever. */
    public Duration of(MessageType kind) {
        return Duration.ofDays(kinds.getOrDefault(kind, days));
    }
}
