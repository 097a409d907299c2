package groupwatch.events.evolution;

import groupwatch.events.evolution.content.MessageContents;
import groupwatch.events.evolution.content.Wrapping;
import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.evolution.json.Words;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.events.observed.HistoryChunk;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Messages: received, sent from a phone, sent by the API, and those of a history chunk. */
final class MessageEvents {

    private MessageEvents() {}

    static List<Observation> live(Envelope envelope) {
        return envelope.each(message -> message(envelope, message, Origin.WEBHOOK));
    }

    static List<Observation> history(Envelope envelope) {
        List<Observation> all = new ArrayList<>();
        all.add(new HistoryChunk(
                envelope.data().isArray() ? envelope.data().size() : 1,
                Numbers.count(envelope.root().path("progress")),
                Proto.optionalFlag(envelope.root(), "isLatest")));
        all.addAll(envelope.each(message -> message(envelope, message, Origin.HISTORY)));
        return all;
    }

    /** From 2.4.0 on, at the end of a history. */
    static List<Observation> historyDone(Envelope envelope) {
        return envelope.each(summary -> List.of(new HistoryChunk(
                Objects.requireNonNullElse(Numbers.count(summary.path("messageCount")), 0),
                Numbers.count(summary.path("progress")),
                null)));
    }

    /** A message, and what it does to others; nothing where it has no chat or no id. */
    static List<Observation> message(Envelope envelope, JsonNode data, Origin origin) {
        MessageKey key = MessageKey.of(data.path("key"), envelope.accountIdentities());
        Jid chat = key.chat();
        String id = key.id();
        if (chat == null || id == null) {
            return List.of();
        }
        Instant sentAt = Times.seconds(data.path("messageTimestamp"));
        JsonNode message = data.path("message");
        List<Observation> protocol = ProtocolEvents.inMessage(message, sentAt, envelope, key);
        if (!protocol.isEmpty()) {
            return protocol;
        }
        MessageSeen seen = new MessageSeen(
                chat,
                id,
                key.fromMe(),
                key.author(),
                Names.ofSender(data, key),
                content(data, message, chat),
                sentAt,
                Words.status(data),
                origin);
        List<Observation> all = new ArrayList<>();
        all.add(seen);
        all.addAll(AddOns.of(seen, Wrapping.takenOff(message).message(), data, envelope));
        all.addAll(IdentityLinks.between(key.peer()));
        return all;
    }

    private static MessageContent content(JsonNode data, JsonNode message, Jid chat) {
        MessageContent content = MessageContents.read(message, data.path("contextInfo"));
        if (content.type() == MessageType.UNKNOWN
                && !data.path("messageStubType").isMissingNode()) {
            return content.withType(Stubs.type(data));
        }
        if (Proto.flag(data.path("key"), "isViewOnce")) {
            // only the phone gets the content of a view-once message
            content = content.withViewOnce(true);
        }
        boolean story = chat.value().equals("status@broadcast") && content.type() != MessageType.REACTION;
        return story ? content.withType(MessageType.STATUS) : content;
    }
}
