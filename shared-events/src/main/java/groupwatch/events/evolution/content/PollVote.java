package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was voted. The gateway decrypts a vote only when it has stored the poll; else there are no names.
 *
 * @param poll id of the poll's message
 * @param options names of the chosen options
 */
public record PollVote(
        String poll, List<String> options, @Nullable Instant at) {

    /** The vote in an unwrapped message; absent when it is no vote. */
    public static @Nullable PollVote of(JsonNode message) {
        JsonNode content = message.path("pollUpdateMessage");
        JsonNode poll = content.path("pollCreationMessageKey").path("id");
        if (!poll.isString() || poll.stringValue().isEmpty()) {
            return null;
        }
        List<String> options = new ArrayList<>();
        for (JsonNode option : content.path("vote").path("selectedOptions")) {
            if (option.isString()) {
                options.add(option.stringValue());
            }
        }
        return new PollVote(poll.stringValue(), options, Times.millis(content.path("senderTimestampMs")));
    }
}
