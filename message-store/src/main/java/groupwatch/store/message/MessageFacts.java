package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.Chats;
import groupwatch.store.receive.Received;
import groupwatch.store.receive.StorableText;
import groupwatch.store.receive.StorableTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a batch tells of messages, each fact once and in the order of its key. */
final class MessageFacts {

    final Facts<StoredMessage> messages = new Facts<>(MessageFacts::name, StoredMessage::merge);
    final Facts<Sighting> sightings = new Facts<>(Sighting::instance, Sighting::merge);
    final Facts<Edited> edits = Facts.distinct();
    final Facts<Revoked> revokes = new Facts<>(Revoked::by, MessageFacts::earlier);
    final Facts<Reacted> reactions = Facts.distinct();
    final Facts<Voted> votes = Facts.distinct();
    final Facts<Acknowledged> receipts = new Facts<>(MessageFacts::receipt, MessageFacts::earlier);
    final Facts<CallStep> calls = Facts.distinct();

    static MessageFacts of(Batch batch) {
        MessageFacts facts = new MessageFacts();
        for (Received received : batch.received()) {
            Teller teller = facts.new Teller(received);
            received.observed().observations().stream()
                    .filter(observation -> batch.captures(Chats.of(observation)))
                    .forEach(teller::tell);
        }
        return facts;
    }

    /** The months (UTC) of the messages in the batch. */
    static Set<YearMonth> months(Batch batch) {
        return batch.received().stream()
                .flatMap(received -> received.observed().observations().stream())
                .filter(observation -> batch.captures(Chats.of(observation)))
                .flatMap(observation -> Stream.ofNullable(sentAt(observation)))
                .map(at -> YearMonth.from(StorableTime.of(at).atOffset(ZoneOffset.UTC)))
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant sentAt(Observation observation) {
        return switch (observation) {
            case MessageSeen seen -> seen.sentAt();
            case CallSeen seen -> seen.at();
            default -> null;
        };
    }

    /** Every message the batch says something of, sorted. */
    SortedSet<MessageKey> keys() {
        SortedSet<MessageKey> keys = new TreeSet<>();
        for (Facts<?> facts : List.of(messages, sightings, edits, revokes, reactions, votes, receipts, calls)) {
            facts.told().forEach(told -> keys.add(told.key()));
        }
        return keys;
    }

    /** Those of them of which it tells more than that they were sent and seen. */
    Set<MessageKey> keysOfFacts() {
        Set<MessageKey> keys = new HashSet<>();
        for (Facts<?> facts : List.of(edits, revokes, reactions, votes, receipts, calls)) {
            facts.told().forEach(told -> keys.add(told.key()));
        }
        return keys;
    }

    boolean isEmpty() {
        return keys().isEmpty();
    }

    private static Object name(StoredMessage message) {
        return "";
    }

    private static Object receipt(Acknowledged receipt) {
        return List.of(receipt.by(), receipt.status());
    }

    private static Revoked earlier(Revoked one, Revoked other) {
        return other.at().isBefore(one.at()) ? other : one;
    }

    private static Acknowledged earlier(Acknowledged one, Acknowledged other) {
        return other.at().isBefore(one.at()) ? other : one;
    }

    /** One record, and what it tells. */
    private final class Teller {

        private final String instance;
        private final @Nullable Instant emittedAt;
        private final Source source;

        Teller(Received received) {
            this.instance = Objects.requireNonNullElse(received.observed().instance(), "");
            this.emittedAt = received.observed().emittedAt();
            this.source = Source.of(received.record());
        }

        void tell(Observation observation) {
            switch (observation) {
                case MessageSeen seen -> message(seen);
                case EditSeen seen ->
                    edits.add(new Told<>(
                            key(seen.chat(), seen.targetId()),
                            new Edited(StorableTime.of(seen.at()), seen.exact(), StorableText.orNull(seen.text())),
                            source));
                case RevokeSeen seen ->
                    revokes.add(new Told<>(
                            key(seen.chat(), seen.targetId()),
                            new Revoked(seen.by(), StorableTime.of(seen.at())),
                            source));
                case ReactionSeen seen ->
                    reactions.add(new Told<>(
                            key(seen.chat(), seen.targetId()),
                            new Reacted(
                                    seen.sender(),
                                    StorableTime.of(seen.at()),
                                    StorableText.of(Objects.requireNonNullElse(seen.emoji(), ""))),
                            source));
                case PollVoteSeen seen ->
                    votes.add(new Told<>(
                            key(seen.chat(), seen.targetId()),
                            new Voted(
                                    seen.voter(),
                                    StorableTime.of(seen.at()),
                                    seen.exact(),
                                    seen.options().stream()
                                            .map(StorableText::of)
                                            .distinct()
                                            .sorted()
                                            .toList()),
                            source));
                case ReceiptSeen seen ->
                    receipts.add(new Told<>(
                            key(seen.chat(), seen.messageId()),
                            new Acknowledged(seen.person(), seen.status(), StorableTime.of(seen.at())),
                            source));
                case CallSeen seen -> call(seen);
                default -> {
                    // tells nothing of a message
                }
            }
        }

        private void message(MessageSeen seen) {
            MessageKey key = key(seen.chat(), seen.id());
            Instant sentAt = seen.sentAt() == null ? emittedAt : seen.sentAt();
            add(
                    new StoredMessage(
                            key,
                            StorableTime.orEpoch(sentAt),
                            seen.chat().value(),
                            seen.chat().isGroup(),
                            seen.sender(),
                            StorableText.of(Objects.requireNonNullElse(seen.senderName(), "")),
                            seen.fromMe(),
                            StoredContent.of(seen.content(), seen.origin()),
                            source),
                    new Sighting(instance, seen.fromMe(), seen.origin()));
        }

        /** A call is a message of its chat, under the call's id, and a step of it. */
        private void call(CallSeen seen) {
            MessageKey key = key(seen.chat(), seen.callId());
            Identities from = seen.from();
            add(
                    new StoredMessage(
                            key,
                            StorableTime.of(seen.at()),
                            seen.chat().value(),
                            seen.chat().isGroup(),
                            from,
                            "",
                            false,
                            StoredContent.of(MessageContent.of(MessageType.CALL, null), Origin.WEBHOOK),
                            source),
                    new Sighting(instance, false, Origin.WEBHOOK));
            calls.add(new Told<>(
                    key,
                    new CallStep(
                            StorableTime.of(seen.at()), StorableText.of(seen.status()), seen.video(), seen.group()),
                    source));
        }

        private void add(StoredMessage message, Sighting sighting) {
            messages.add(new Told<>(message.key(), message, source));
            sightings.add(new Told<>(message.key(), sighting, source));
        }

        private MessageKey key(@Nullable Jid chat, String id) {
            return new MessageKey(chat != null && chat.isGroup() ? chat.value() : instance, id);
        }
    }
}
