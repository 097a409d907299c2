package groupwatch.events.evolution;

import groupwatch.events.evolution.content.MessageContents;
import groupwatch.events.evolution.content.Wrapping;
import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.evolution.json.Words;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.EphemeralSettingSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ProtocolNotice;
import groupwatch.events.observed.RevokeSeen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code protocolMessage}: edits, revokes, settings, and what clients tell each other. {@code messages.edited} fires
 * for every one of them, with the key from the sender's perspective: in a direct chat only its id is to be trusted.
 */
final class ProtocolEvents {

    private ProtocolEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(data -> {
            JsonNode inner = data.path("protocolMessage");
            return protocol(inner.isObject() ? inner : data, envelope, null, Identities.NONE, null);
        });
    }

    /**
     * A protocol message inside a received message, as older versions and wrapped edits have it; nothing when it
     * says nothing of a chat, so that the message that carried it is kept.
     */
    static List<Observation> inMessage(
            JsonNode message, @Nullable Instant sentAt, Envelope envelope, MessageKey carrier) {
        JsonNode inner = Wrapping.takenOff(message).message().path("protocolMessage");
        return inner.isObject()
                ? protocol(inner, envelope, sentAt, carrier.author(), carrier.chat()).stream()
                        .filter(fact -> !(fact instanceof ProtocolNotice))
                        .toList()
                : List.of();
    }

    private static List<Observation> protocol(
            JsonNode data, Envelope envelope, @Nullable Instant sentAt, Identities by, @Nullable Jid carrierChat) {
        Jid named = MessageKey.of(data.path("key"), Identities.NONE).chat();
        Jid chat = carrierChat == null ? named : carrierChat;
        Instant told = sentAt == null ? envelope.told() : sentAt;
        String id = Proto.word(data.path("key"), "id");
        String type = Objects.requireNonNullElse(Words.protocolType(data), "");
        boolean edits = type.equals("MESSAGE_EDIT")
                || type.isEmpty() && data.path("editedMessage").isObject();
        if (edits && id != null) {
            return List.of(edit(data, id, chat, told));
        }
        return switch (type) {
            case "REVOKE" -> id == null ? List.of() : List.of(new RevokeSeen(id, chat, by, told));
            case "EPHEMERAL_SETTING" -> List.of(ephemeral(data, chat, told));
            case "", "MESSAGE_EDIT" -> List.of();
            default -> List.of(new ProtocolNotice(type));
        };
    }

    private static EditSeen edit(JsonNode data, String id, @Nullable Jid chat, Instant told) {
        Instant at = Times.millis(data.path("timestampMs"));
        return new EditSeen(id, chat, newText(data.path("editedMessage")), at == null ? told : at, at != null);
    }

    /** The text after an edit: empty when the caption was removed, absent when the new content cannot be read. */
    static @Nullable String newText(JsonNode edited) {
        var content = MessageContents.plain(edited);
        return switch (content.type()) {
            case UNKNOWN, EDIT_UNDECRYPTABLE -> null;
            default -> Objects.requireNonNullElse(content.text(), "");
        };
    }

    private static EphemeralSettingSeen ephemeral(JsonNode data, @Nullable Jid chat, Instant told) {
        Integer seconds = Numbers.count(data.path("ephemeralExpiration"));
        Instant at = Times.seconds(data.path("ephemeralSettingTimestamp"));
        return new EphemeralSettingSeen(chat, Objects.requireNonNullElse(seconds, 0), at == null ? told : at);
    }
}
