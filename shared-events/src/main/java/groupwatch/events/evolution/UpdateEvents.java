package groupwatch.events.evolution;

import groupwatch.events.evolution.content.Wrapping;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.evolution.json.Words;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ProtocolNotice;
import groupwatch.events.observed.ReceiptSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code messages.update}: receipts of direct chats, the second telling of an edit, the votes of a poll. It has no
 * time of its own, and {@code keyId} is WhatsApp's id while {@code messageId} is the gateway's.
 */
final class UpdateEvents {

    private UpdateEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(data -> update(envelope, data));
    }

    private static List<Observation> update(Envelope envelope, JsonNode data) {
        // the Cloud API and older versions have the key as an object
        JsonNode keyFields = data.path("key").isObject() ? data.path("key") : data;
        MessageKey key = MessageKey.of(keyFields, envelope.accountIdentities());
        String named = Proto.word(data, "keyId");
        String id = named == null ? Proto.word(data.path("key"), "id") : named;
        if (id == null) {
            return List.of();
        }
        List<Observation> facts = new ArrayList<>();
        JsonNode message = data.path("message");
        EditSeen edit = edit(envelope, id, key, message);
        if (edit != null) {
            facts.add(edit);
        }
        Jid chat = key.chat();
        if (chat != null) {
            facts.addAll(PollTally.of(data.path("pollUpdates"), id, chat, envelope));
        }
        String status = Words.status(data);
        // the status beside an edit or a vote says nothing of the message that was edited or voted on
        if (facts.isEmpty() && status != null) {
            facts.add(receipt(envelope, id, key, keyFields, status));
        }
        facts.addAll(IdentityLinks.between(key.peer()));
        // nobody votes any more, or a field that says nothing of the message: understood, and nothing to keep
        return facts.isEmpty() ? List.of(new ProtocolNotice("update")) : facts;
    }

    /** Absent when the message that comes along is no new text. */
    private static @Nullable EditSeen edit(Envelope envelope, String id, MessageKey key, JsonNode message) {
        JsonNode inner = Wrapping.takenOff(message).message();
        JsonNode protocol = inner.path("protocolMessage");
        Instant at = Times.millis(protocol.path("timestampMs"));
        String text = ProtocolEvents.newText(
                protocol.path("editedMessage").isObject() ? protocol.path("editedMessage") : inner);
        boolean edited =
                message.has("editedMessage") || protocol.path("editedMessage").isObject();
        if (!edited && (text == null || text.isEmpty())) {
            return null;
        }
        return new EditSeen(id, key.chat(), text, at == null ? envelope.told() : at, at != null);
    }

    /** Who received or read it: named in a group; in a direct chat whoever did not write it. */
    private static ReceiptSeen receipt(Envelope envelope, String id, MessageKey key, JsonNode fields, String status) {
        Identities named = Identities.of(Proto.jid(fields, "participant"), Proto.jid(fields, "participantAlt"));
        Identities other = key.fromMe() ? key.peer() : envelope.accountIdentities();
        return new ReceiptSeen(id, key.chat(), named.known() ? named : other, status, envelope.told(), key.fromMe());
    }
}
