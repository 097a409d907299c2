package groupwatch.events.evolution;

import groupwatch.events.evolution.content.PollVote;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.message.Target;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a message does to another one: reactions, votes, edits that cannot be read. */
final class AddOns {

    private AddOns() {}

    /** @param message unwrapped */
    static List<Observation> of(MessageSeen seen, JsonNode message, JsonNode data, Envelope envelope) {
        List<Observation> facts = new ArrayList<>();
        Target target = seen.content().target();
        if (target != null && message.path("reactionMessage").isObject()) {
            facts.add(reaction(seen, target, message.path("reactionMessage"), envelope));
        }
        if (target != null && isUnreadableEdit(message.path("secretEncryptedMessage"))) {
            facts.add(new EditSeen(target.id(), seen.chat(), null, or(seen.sentAt(), envelope), seen.sentAt() != null));
        }
        PollVote vote = PollVote.of(message);
        boolean readable = vote != null && vote.readable();
        if (vote != null && readable) {
            facts.add(vote(seen, vote, envelope));
        }
        String poll = vote == null ? seen.id() : vote.poll();
        PollTally.of(data.path("pollUpdates"), poll, seen.chat(), envelope).stream()
                .filter(summed -> !readable || !sameVoter(summed, seen))
                .forEach(facts::add);
        return facts;
    }

    private static ReactionSeen reaction(MessageSeen seen, Target target, JsonNode reaction, Envelope envelope) {
        Instant at = Times.millis(reaction.path("senderTimestampMs"));
        return new ReactionSeen(
                target.id(),
                seen.chat(),
                seen.sender(),
                seen.content().text(),
                at == null ? or(seen.sentAt(), envelope) : at);
    }

    private static PollVoteSeen vote(MessageSeen seen, PollVote vote, Envelope envelope) {
        Instant at = vote.at() == null ? seen.sentAt() : vote.at();
        return new PollVoteSeen(vote.poll(), seen.chat(), seen.sender(), vote.options(), or(at, envelope), at != null);
    }

    /** Event edits are encrypted the same way; the kind comes as name, as number or not at all. */
    private static boolean isUnreadableEdit(JsonNode secret) {
        String kind = Proto.word(secret, "secretEncType");
        return secret.isObject() && (kind == null || kind.equals("2") || kind.equals("MESSAGE_EDIT"));
    }

    private static boolean sameVoter(PollVoteSeen summed, MessageSeen seen) {
        var voter = summed.voter();
        var sender = seen.sender();
        return voter.phone() != null && voter.phone().equals(sender.phone())
                || voter.lid() != null && voter.lid().equals(sender.lid());
    }

    private static Instant or(@Nullable Instant known, Envelope envelope) {
        return known == null ? envelope.told() : known;
    }
}
