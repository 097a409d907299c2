package groupwatch.watchdog.resync.compare;

import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.RevokeSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the message store is expected to know after it has read a row. */
public final class Expectations {

    private Expectations() {}

    /**
     * Nothing for what leaves no trace in it, as WhatsApp's notices among its clients do.
     *
     * @param id of the row
     */
    public static List<Expected> of(String id, List<Observation> told) {
        boolean isMessage = told.stream().anyMatch(MessageSeen.class::isInstance);
        List<Expected> all = new ArrayList<>();
        for (Observation one : told) {
            Expected expected = expected(one);
            if (expected != null
                    && MessageId.canBeAskedFor(expected.target())
                    && !(isMessage && goesWithItsMessage(expected, id))) {
                all.add(expected);
            }
        }
        return all.stream().distinct().toList();
    }

    /**
     * A reaction, or a vote, is a message too, stored together with what it does to the other one. It is the better witness: what was
     * taken back since then shows nowhere.
     */
    private static boolean goesWithItsMessage(Expected expected, String id) {
        return (expected instanceof Expected.Reacted || expected instanceof Expected.Voted)
                && !expected.target().equals(id);
    }

    private static @Nullable Expected expected(Observation told) {
        return switch (told) {
            case MessageSeen seen -> new Expected.Seen(seen.id());
            case EditSeen edit -> new Expected.Edited(edit.targetId(), Digest.of(edit.text()), edit.at());
            case RevokeSeen revoke -> new Expected.Revoked(revoke.targetId());
            case ReactionSeen reaction ->
                new Expected.Reacted(
                        reaction.targetId(),
                        Who.of(reaction.sender()),
                        Digest.of(emptyIsNone(reaction.emoji())),
                        reaction.at());
            case PollVoteSeen vote ->
                new Expected.Voted(vote.targetId(), Who.of(vote.voter()), digests(vote.options()), vote.exact());
            default -> null;
        };
    }

    private static @Nullable String emptyIsNone(@Nullable String emoji) {
        return emoji == null || emoji.isEmpty() ? null : emoji;
    }

    private static Set<String> digests(List<String> options) {
        return options.stream().map(Digest::of).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
