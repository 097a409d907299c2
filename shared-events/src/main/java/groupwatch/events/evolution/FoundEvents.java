package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Words;
import groupwatch.events.identity.Identities;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.RevokeSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the suite itself fetched from the gateway and wrote down as a webhook ({@link FoundRows}): {@code messages.found}, rows of its
 * message store, and {@code groups.found}, groups as they are.
 *
 * <p>A row is a message as it is now: an edit has overwritten its content <em>and its time</em>, and what it was before is nowhere. So the
 * time of an edited row is that of the edit, and the message seen in it is told to be as young. Whoever keeps the earliest time seen is
 * right once the webhook or an older row came, and otherwise too late by the time between message and edit. A revoke, too, moves the time
 * and leaves the mark of an edit, but keeps the content: the "edit" then says what the text was all along.
 */
final class FoundEvents {

    private static final String EDITED = "EDITED";
    private static final String DELETED = "DELETED";

    /** How far a message gets, in this order. */
    private static final List<String> STEPS =
            List.of("PENDING", "ERROR", "SERVER_ACK", "DELIVERY_ACK", "READ", "PLAYED");

    private FoundEvents() {}

    static List<Observation> messages(Envelope envelope) {
        return envelope.each(row -> message(envelope, row));
    }

    private static List<Observation> message(Envelope envelope, JsonNode row) {
        Set<String> marks = marks(row);
        List<Observation> facts = new ArrayList<>();
        for (Observation fact : MessageEvents.message(envelope, row, Origin.RESYNC)) {
            if (fact instanceof MessageSeen seen) {
                MessageSeen told = seen.status() == null ? seen.withStatus(furthest(marks)) : seen;
                facts.add(told);
                facts.addAll(marked(told, marks, row, envelope));
            } else {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static List<Observation> marked(MessageSeen seen, Set<String> marks, JsonNode row, Envelope envelope) {
        List<Observation> facts = new ArrayList<>();
        Instant sentAt = seen.sentAt();
        if (marks.contains(EDITED)) {
            Instant at = Objects.requireNonNullElseGet(sentAt, envelope::told);
            String text = ProtocolEvents.newText(row.path("message"));
            facts.add(new EditSeen(seen.id(), seen.chat(), text, at, sentAt != null));
        }
        if (marks.contains(DELETED) || Proto.flag(row.path("key"), "deleted")) {
            facts.add(new RevokeSeen(seen.id(), seen.chat(), Identities.NONE, envelope.told()));
        }
        return facts;
    }

    private static Set<String> marks(JsonNode row) {
        return StreamSupport.stream(row.path("MessageUpdate").spliterator(), false)
                .map(Words::status)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String furthest(Set<String> marks) {
        return marks.stream()
                .filter(STEPS::contains)
                .max(Comparator.comparing(STEPS::indexOf))
                .orElse(null);
    }

    static List<Observation> groups(Envelope envelope) {
        return envelope.each(data -> GroupEvents.group(envelope, data, true).stream()
                .<Observation>map(seen -> asItIs(seen, data))
                .toList());
    }

    /**
     * A description is left out where there is none, so one that was taken away shows by its absence. Nobody is in a list without anybody:
     * the account that asked is in the group.
     */
    private static GroupSeen asItIs(GroupSeen seen, JsonNode data) {
        boolean describes = data.has("subject") && !data.has("desc");
        boolean listless = seen.participants() != null && seen.participants().isEmpty();
        return new GroupSeen(
                seen.group(),
                seen.name(),
                describes ? "" : seen.description(),
                seen.owner(),
                seen.createdAt(),
                seen.announceOnly(),
                seen.locked(),
                seen.ephemeralSeconds(),
                seen.community(),
                seen.linkedParent(),
                seen.size(),
                seen.inviteCode(),
                seen.memberAddMode(),
                seen.joinApprovalMode(),
                listless ? null : seen.participants(),
                true,
                seen.at(),
                seen.author());
    }
}
