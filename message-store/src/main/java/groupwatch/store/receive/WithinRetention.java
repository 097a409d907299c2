package groupwatch.store.receive;

import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.store.retention.KeptSince;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells without what is too old to be kept: messages and facts by their own time, and facts about a message
 * that the same record tells and that is too old. An unknown time is the epoch, and past every limit.
 */
final class WithinRetention {

    /** A message of a record. */
    private record Told(@Nullable Jid chat, String id) {}

    private final Observed observed;
    private final KeptSince keptSince;
    private final Set<Told> past;

    private WithinRetention(Observed observed, KeptSince keptSince) {
        this.observed = observed;
        this.keptSince = keptSince;
        this.past = observed.observations().stream()
                .filter(MessageSeen.class::isInstance)
                .filter(seen -> !inTime(seen))
                .map(WithinRetention::about)
                .collect(Collectors.toSet());
    }

    /** The same when nothing is too old; of a record of which nothing else is left, not even who took part. */
    static Observed of(Observed observed, KeptSince keptSince) {
        return keptSince.keepsAll() ? observed : new WithinRetention(observed, keptSince).kept();
    }

    private Observed kept() {
        List<Observation> kept =
                observed.observations().stream().filter(this::isKept).toList();
        if (kept.size() == observed.observations().size()) {
            return observed;
        }
        List<Observation> rest = kept.stream().anyMatch(Chats::isContent) ? kept : List.of();
        return new Observed(observed.event(), observed.instance(), observed.account(), observed.emittedAt(), rest);
    }

    private boolean isKept(Observation observation) {
        return !Chats.isContent(observation) || inTime(observation) && !past.contains(about(observation));
    }

    private boolean inTime(Observation observation) {
        return keptSince.keeps(Chats.of(observation), at(observation));
    }

    private Instant at(Observation observation) {
        return switch (observation) {
            case MessageSeen seen ->
                Objects.requireNonNullElse(
                        seen.sentAt(), Objects.requireNonNullElse(observed.emittedAt(), Instant.EPOCH));
            case EditSeen seen -> seen.at();
            case RevokeSeen seen -> seen.at();
            case ReactionSeen seen -> seen.at();
            case PollVoteSeen seen -> seen.at();
            case ReceiptSeen seen -> seen.at();
            case CallSeen seen -> seen.at();
            default -> Instant.MAX;
        };
    }

    private static @Nullable Told about(Observation observation) {
        return switch (observation) {
            case MessageSeen seen -> new Told(seen.chat(), seen.id());
            case EditSeen seen -> new Told(seen.chat(), seen.targetId());
            case RevokeSeen seen -> new Told(seen.chat(), seen.targetId());
            case ReactionSeen seen -> new Told(seen.chat(), seen.targetId());
            case PollVoteSeen seen -> new Told(seen.chat(), seen.targetId());
            case ReceiptSeen seen -> new Told(seen.chat(), seen.messageId());
            default -> null;
        };
    }
}
