package groupwatch.store.testing;

import static groupwatch.store.testing.Json.object;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.evolution.FoundRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Rows of Evolution's message store as it answers them, and the records connection-watchdog makes of them. */
public final class Found {

    private Found() {}

    /** @param marks statuses of its updates */
    public static JsonNode text(String chat, String id, String text, long at, String... marks) {
        return row(chat, id, object("conversation", text), at, marks);
    }

    public static JsonNode row(String chat, String id, Map<String, Object> content, long at, String... marks) {
        return EventCodec.mapper()
                .valueToTree(object(
                        "id",
                        "cm" + id.toLowerCase(java.util.Locale.ROOT),
                        "key",
                        object(
                                "remoteJid",
                                chat,
                                "fromMe",
                                false,
                                "id",
                                id,
                                "participant",
                                chat.endsWith("@g.us") ? Upsert.ANA : ""),
                        "pushName",
                        "Ana",
                        "messageType",
                        content.keySet().iterator().next(),
                        "message",
                        content,
                        "messageTimestamp",
                        at,
                        "source",
                        "android",
                        "MessageUpdate",
                        Arrays.stream(marks).map(mark -> object("status", mark)).toList()));
    }

    public static byte[] messages(String instance, Instant at, JsonNode... rows) {
        return FoundRows.messages(instance, Upsert.ACCOUNT, at, List.of(rows));
    }

    public static Map<String, String> headers(String instance, String type, Instant at) {
        return CloudEvents.headers("id", "/evolution/" + instance, "evolution." + type, at, null);
    }
}
