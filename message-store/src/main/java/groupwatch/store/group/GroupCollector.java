package groupwatch.store.group;

import static java.util.Objects.requireNonNullElse;

import groupwatch.events.EventId;
import groupwatch.events.evolution.FoundRows;
import groupwatch.events.group.AdminRole;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.ChatSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.EphemeralSettingSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.ParticipantSeen;
import groupwatch.events.observed.ParticipantsChanged;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.Received;
import groupwatch.store.receive.StorableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads out of one record what it says of groups. Of a group that is not monitored only its own description is kept. */
final class GroupCollector {

    /** A message from further ahead than this has a wrong clock: no sign of activity at that time. */
    static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final IncomingRecord record;
    private final Observed observed;
    private final Batch batch;
    private final GroupChanges changes;
    private final String source;
    private final Instant emittedAt;
    /** Messages whose time is that of an edit: it says nothing of when somebody was in the group. */
    private final Set<String> moved;

    GroupCollector(Batch batch, Received received, GroupChanges changes) {
        this.batch = batch;
        this.record = received.record();
        this.observed = received.observed();
        this.changes = changes;
        this.source = record.position();
        this.emittedAt = StorableTime.orEpoch(observed.emittedAt());
        this.moved = FoundRows.MESSAGES.equals(observed.event()) ? edited(observed) : Set.of();
    }

    void collect() {
        changes.sources.put(source, requireNonNullElse(observed.emittedAt(), record.timestamp()));
        observed.observations().forEach(this::collect);
    }

    private void collect(Observation observation) {
        switch (observation) {
            case MessageSeen message -> message(message);
            case CallSeen call -> call(call);
            case GroupSeen group -> group(group);
            case ParticipantsChanged change -> participants(change);
            case EphemeralSettingSeen setting -> ephemeral(setting);
            case ChatSeen chat -> chat(chat);
            default -> {}
        }
    }

    private void message(MessageSeen message) {
        if (!message.chat().isGroup()) {
            return;
        }
        String group = message.chat().value();
        Instant told = moved.contains(message.id()) ? null : message.sentAt();
        Instant sentAt = told == null ? null : StorableTime.of(told);
        boolean credible = sentAt != null && sentAt.isBefore(record.timestamp().plus(CLOCK_TOLERANCE));
        boolean captured = batch.captures(group);
        changes.group(group, observed.instance(), credible && captured ? sentAt : null, source);
        Jid sender = message.sender().preferred();
        if (captured && credible && sentAt != null && sender != null) {
            changes.member(group, Membership.spoke(sender.value(), sentAt), source);
        }
    }

    private static Set<String> edited(Observed observed) {
        return observed.observations().stream()
                .filter(EditSeen.class::isInstance)
                .map(edit -> ((EditSeen) edit).targetId())
                .collect(Collectors.toSet());
    }

    private void call(CallSeen call) {
        if (call.chat().isGroup()) {
            met(call.chat().value());
        }
    }

    private void group(GroupSeen seen) {
        String group = seen.group().value();
        Instant at = at(seen.at());
        met(group);
        attribute(group, Attribute.NAME, seen.name(), at);
        attribute(group, Attribute.DESCRIPTION, seen.description(), at);
        attribute(group, Attribute.OWNER, seen.owner().preferred(), at);
        attribute(group, Attribute.CREATED_AT, seen.createdAt(), at);
        attribute(group, Attribute.ANNOUNCE_ONLY, seen.announceOnly(), at);
        attribute(group, Attribute.LOCKED, seen.locked(), at);
        attribute(group, Attribute.EPHEMERAL_SECONDS, seen.ephemeralSeconds(), at);
        attribute(group, Attribute.COMMUNITY, seen.community(), at);
        attribute(group, Attribute.LINKED_PARENT, seen.linkedParent(), at);
        attribute(group, Attribute.SIZE, seen.size(), at);
        if (seen.participants() != null) {
            list(group, seen.participants(), at);
        }
    }

    private void list(String group, List<ParticipantSeen> participants, Instant at) {
        Object[] listed = participants.stream()
                .flatMap(seen -> member(seen.person(), id -> Membership.listed(id, role(seen), at)))
                .peek(membership -> changes.member(group, membership, source))
                .map(membership -> membership.identity() + " " + membership.role())
                .sorted()
                .toArray();
        attribute(group, Attribute.PARTICIPANTS, EventId.of(Attribute.PARTICIPANTS, listed), at);
    }

    private void participants(ParticipantsChanged change) {
        String group = change.group().value();
        met(group);
        changes.described.add(group);
        change.participants().stream()
                .flatMap(seen -> member(seen.person(), id -> membership(id, change, seen)))
                .forEach(membership -> changes.member(group, membership, source));
    }

    private static Membership membership(String identity, ParticipantsChanged change, ParticipantSeen seen) {
        Instant at = StorableTime.of(change.at());
        return switch (change.action()) {
            case "add" -> Membership.joined(identity, role(seen), at);
            case "remove" -> Membership.left(identity, at);
            case "promote" -> Membership.became(identity, AdminRole.ADMIN.wire(), at);
            case "demote" -> Membership.became(identity, AdminRole.MEMBER.wire(), at);
            default -> Membership.seen(identity, at);
        };
    }

    private void ephemeral(EphemeralSettingSeen setting) {
        Jid chat = setting.chat();
        if (chat != null && chat.isGroup()) {
            met(chat.value());
            attribute(chat.value(), Attribute.EPHEMERAL_SECONDS, setting.seconds(), at(setting.at()));
        }
    }

    private void chat(ChatSeen seen) {
        Jid chat = seen.chat();
        if (chat != null && chat.isGroup()) {
            met(chat.value());
            attribute(chat.value(), Attribute.CHAT_NAME, seen.name(), emittedAt);
        }
    }

    private Instant at(@Nullable Instant told) {
        return told == null ? emittedAt : StorableTime.of(told);
    }

    private void met(String group) {
        changes.group(group, observed.instance(), null, source);
    }

    private void attribute(String group, String name, @Nullable Object value, Instant at) {
        if (value != null) {
            changes.attribute(group, new Attribute(name, value.toString(), at), source);
        }
    }

    private static Stream<Membership> member(Identities person, Function<String, Membership> membership) {
        Jid identity = person.preferred();
        return identity == null ? Stream.empty() : Stream.of(membership.apply(identity.value()));
    }

    private static String role(ParticipantSeen seen) {
        return requireNonNullElse(seen.admin(), AdminRole.MEMBER).wire();
    }
}
