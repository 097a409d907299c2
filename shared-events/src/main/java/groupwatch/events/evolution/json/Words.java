package groupwatch.events.evolution.json;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Enumerations, which come as names or as WhatsApp's numbers. */
public final class Words {

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("0", "ERROR"),
            Map.entry("1", "PENDING"),
            Map.entry("2", "SERVER_ACK"),
            Map.entry("3", "DELIVERY_ACK"),
            Map.entry("4", "READ"),
            Map.entry("5", "PLAYED"),
            // the Cloud API's words
            Map.entry("FAILED", "ERROR"),
            Map.entry("SENT", "SERVER_ACK"),
            Map.entry("DELIVERED", "DELIVERY_ACK"));

    private static final Map<String, String> PROTOCOL = Map.ofEntries(
            Map.entry("0", "REVOKE"),
            Map.entry("3", "EPHEMERAL_SETTING"),
            Map.entry("4", "EPHEMERAL_SYNC_RESPONSE"),
            Map.entry("5", "HISTORY_SYNC_NOTIFICATION"),
            Map.entry("6", "APP_STATE_SYNC_KEY_SHARE"),
            Map.entry("7", "APP_STATE_SYNC_KEY_REQUEST"),
            Map.entry("8", "MSG_FANOUT_BACKFILL_REQUEST"),
            Map.entry("9", "INITIAL_SECURITY_NOTIFICATION_SETTING_SYNC"),
            Map.entry("10", "APP_STATE_FATAL_EXCEPTION_NOTIFICATION"),
            Map.entry("11", "SHARE_PHONE_NUMBER"),
            Map.entry("14", "MESSAGE_EDIT"),
            Map.entry("16", "PEER_DATA_OPERATION_REQUEST_MESSAGE"),
            Map.entry("17", "PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE"));

    private Words() {}

    /** How far a message got: ERROR, PENDING, SERVER_ACK, DELIVERY_ACK, READ, PLAYED, or a newer word. */
    public static @Nullable String status(JsonNode parent) {
        return read(parent, "status", STATUS);
    }

    /** What a protocol message is about. */
    public static @Nullable String protocolType(JsonNode protocolMessage) {
        return read(protocolMessage, "type", PROTOCOL);
    }

    private static @Nullable String read(JsonNode parent, String field, Map<String, String> names) {
        String word = Proto.word(parent, field);
        if (word == null) {
            return null;
        }
        String name = word.toUpperCase(Locale.ROOT);
        return names.getOrDefault(name, name);
    }
}
