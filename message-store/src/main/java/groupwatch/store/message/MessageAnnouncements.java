package groupwatch.store.message;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.message.CallLogged;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageEvent;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.PollVoted;
import groupwatch.events.message.ReactionChanged;
import groupwatch.events.message.ReceiptUpdated;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.store.StoreMetrics;
import groupwatch.store.message.Changes.OfMessage;
import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What {@code groupwatch.messages.v1} is told of a batch: each change with the whole message as it is now. The id of an
 * event is made from what happened, so that the same happening told again is recognised.
 */
@Component
class MessageAnnouncements {

    private static final String SOURCE = "/message-store";
    private static final int SCHEMA_VERSION = 1;

    /** Messages loaded at once; bounds what is in memory, however large the batch. */
    private static final int PORTION = 500;

    private final MessageLoader loader;
    private final StoreMetrics metrics;

    MessageAnnouncements(MessageLoader loader, StoreMetrics metrics) {
        this.loader = loader;
        this.metrics = metrics;
    }

    /**
     * To be subscribed after the changes are committed.
     *
     * @param fresh what is known of some of the messages already; the others are loaded
     */
    Flux<OutgoingRecord> of(Changes changes, Map<MessageKey, Known> fresh) {
        return Flux.fromIterable(changes.byMessage().entrySet()).buffer(PORTION).concatMap(portion -> {
            List<MessageKey> keys = portion.stream().map(Map.Entry::getKey).toList();
            return loader.loadKnown(keys, fresh)
                    .flatMapIterable(loaded -> portion.stream()
                            .filter(change -> loaded.has(change.getKey()))
                            .flatMap(change -> events(change.getKey(), change.getValue(), loaded).stream())
                            .map(this::record)
                            .toList());
        });
    }

    private static List<MessageEvent> events(MessageKey key, OfMessage change, Loaded loaded) {
        Message message = loaded.message(key);
        List<MessageEvent> events = new ArrayList<>();
        for (StoredMessage stored : change.stored()) {
            events.add(new MessageStored(
                    id("MessageStored", key, stored.content().hash()), at(message), SCHEMA_VERSION, message));
        }
        Edits edits = Edits.of(loaded.known(key).message(), loaded.known(key).edits());
        for (Told<? extends Fact> told : change.facts()) {
            boolean repeatsAnEdit = told.fact() instanceof Edited edited && !edits.shows(edited);
            if (!repeatsAnEdit) {
                events.add(event(key, told.fact(), message, loaded.people()));
            }
        }
        return events;
    }

    private static MessageEvent event(MessageKey key, Fact fact, Message message, Persons people) {
        return switch (fact) {
            case Edited edited ->
                new MessageEdited(
                        id("MessageEdited", key, edited.at(), Digest.of(edited.text())),
                        edited.at(),
                        SCHEMA_VERSION,
                        message,
                        new Edit(edited.text(), edited.at()));
            // a message is revoked once, whoever tells it
            case Revoked revoked ->
                new MessageRevoked(id("MessageRevoked", key), revoked.at(), SCHEMA_VERSION, message);
            case Reacted reacted ->
                new ReactionChanged(
                        id("ReactionChanged", key, people.key(reacted.by()), reacted.at(), reacted.emoji()),
                        reacted.at(),
                        SCHEMA_VERSION,
                        message,
                        people.person(reacted.by(), null),
                        reacted.emoji().isEmpty() ? null : reacted.emoji(),
                        reacted.at());
            case Voted voted ->
                new PollVoted(
                        id("PollVoted", key, people.key(voted.by()), voted.at(), voted.options()),
                        voted.at(),
                        SCHEMA_VERSION,
                        message,
                        people.person(voted.by(), null),
                        voted.options(),
                        voted.at());
            case Acknowledged receipt ->
                new ReceiptUpdated(
                        id("ReceiptUpdated", key, receipt.by(), receipt.status()),
                        receipt.at(),
                        SCHEMA_VERSION,
                        message,
                        Receipts.shown(receipt, people));
            case CallStep step ->
                new CallLogged(
                        id("CallLogged", key, step.at(), step.status()),
                        step.at(),
                        SCHEMA_VERSION,
                        message,
                        Objects.requireNonNull(message.call(), "a call with a step"));
        };
    }

    private static Instant at(Message message) {
        return Objects.requireNonNullElse(message.sentAt(), Instant.EPOCH);
    }

    private static String id(String kind, MessageKey key, Object... rest) {
        List<Object> naturalKey = new ArrayList<>(List.of(key.scope(), key.id()));
        naturalKey.addAll(List.of(rest));
        return EventId.of(kind, naturalKey.toArray());
    }

    private OutgoingRecord record(MessageEvent event) {
        metrics.announced(event.getClass().getSimpleName(), 1);
        String chat = event.message().chat();
        return new OutgoingRecord(
                Topics.MESSAGES, chat, EventCodec.write(event), CloudEvents.headers(event, SOURCE, chat));
    }
}
