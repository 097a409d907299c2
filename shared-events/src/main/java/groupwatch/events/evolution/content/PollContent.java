package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Poll;
import groupwatch.events.message.PollOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Polls and the messages that carry a vote; what was voted is read by {@link PollVote}. */
final class PollContent {

    static final Map<String, ContentReader> READERS = Map.of(
            "pollCreationMessage", PollContent::poll,
            "pollCreationMessageV2", PollContent::poll,
            "pollCreationMessageV3", PollContent::poll,
            "pollCreationMessageV4", PollContent::poll,
            "pollCreationMessageV5", PollContent::poll,
            "pollCreationMessageV6", PollContent::poll,
            "pollResultSnapshotMessage", PollContent::result,
            "pollUpdateMessage", PollContent::vote);

    private PollContent() {}

    private static MessageContent poll(JsonNode content) {
        return poll(content, options(content.path("options"), null));
    }

    /** The result of a poll, shared in a channel or forwarded from one. */
    private static MessageContent result(JsonNode content) {
        return poll(content, options(content.path("pollVotes"), "optionVoteCount"));
    }

    private static MessageContent poll(JsonNode content, List<PollOption> options) {
        String question = Proto.text(content, "name");
        return MessageContent.of(MessageType.POLL, question)
                .withPoll(new Poll(
                        question == null ? "" : question,
                        options,
                        Numbers.count(content.path("selectableOptionsCount"))));
    }

    private static List<PollOption> options(JsonNode options, @Nullable String votes) {
        List<PollOption> read = new ArrayList<>();
        for (JsonNode option : options) {
            String name = Proto.text(option, "optionName");
            if (name != null) {
                Integer count = votes == null ? null : Numbers.count(option.path(votes));
                read.add(new PollOption(name, Objects.requireNonNullElse(count, 0), List.of()));
            }
        }
        return read;
    }

    private static MessageContent vote(JsonNode content) {
        return MessageContent.of(MessageType.POLL_VOTE, null)
                .withTarget(Targets.key(content.path("pollCreationMessageKey"), null));
    }
}
