package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was voted. The gateway decrypts a vote only when it has stored the poll; else there are no names, which is not the same
 * as a vote taken back.
 *
 * @param poll id of the poll's message
 * @param options names of the chosen options; none when the vote was taken back
 * @param readable whether it tells what was chosen
 */
public record PollVote(
        String poll,
        List<String> options,
        boolean readable,
        @Nullable Instant at) {

    /** The vote in an unwrapped message; absent when it is no vote. */
    public static @Nullable PollVote of(JsonNode message) {
        JsonNode content = message.path("pollUpdateMessage");
        JsonNode poll = content.path("pollCreationMessageKey").path("id");
        if (!poll.isString() || poll.stringValue().isEmpty()) {
            return null;
        }
        JsonNode selected = content.path("vote").path("selectedOptions");
        List<String> options = new ArrayList<>();
        for (JsonNode option : selected) {
            if (option.isString()) {
                options.add(option.stringValue());
            }
        }
        boolean readable = !options.isEmpty() || (selected.isArray() && !isEncrypted(content.path("vote")));
        return new PollVote(poll.stringValue(), options, readable, Times.millis(content.path("senderTimestampMs")));
    }

    private static boolean isEncrypted(JsonNode vote) {
        return vote.has("encPayload") || vote.has("encIv");
    }
}
