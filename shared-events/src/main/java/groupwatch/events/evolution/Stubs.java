package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.MessageType;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Messages without content that WhatsApp itself puts into a chat. */
final class Stubs {

    /** A message this device could not decrypt (yet). */
    private static final Set<String> PLACEHOLDERS = Set.of("1", "2", "UNKNOWN", "CIPHERTEXT", "FUTUREPROOF", "3");

    private static final Set<String> CALLS = Set.of("40", "41", "45", "46");

    private Stubs() {}

    static MessageType type(JsonNode data) {
        String stub = Proto.word(data, "messageStubType");
        if (stub == null || stub.equals("0") || PLACEHOLDERS.contains(stub)) {
            return MessageType.UNKNOWN;
        }
        return CALLS.contains(stub) || stub.startsWith("CALL_MISSED") ? MessageType.CALL : MessageType.SYSTEM;
    }
}
