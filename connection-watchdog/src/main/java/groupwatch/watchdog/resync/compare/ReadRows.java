package groupwatch.watchdog.resync.compare;

import groupwatch.events.evolution.FoundRows;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a page of Evolution's rows: each message once, duplicates together. */
public final class ReadRows {

    private record Key(String chat, String id) {}

    private ReadRows() {}

    /**
     * In the order of the page. What has no chat or no id is left out.
     *
     * @param owner JID of the linked account
     * @param at when they were fetched; the time of rows without one
     */
    public static List<FoundRow> of(String account, @Nullable String owner, Instant at, List<JsonNode> rows) {
        Map<Key, FoundRow> found = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            FoundRow one = row(account, owner, at, row);
            if (one != null) {
                found.merge(new Key(one.chat(), one.id()), one, ReadRows::together);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static @Nullable FoundRow row(String account, @Nullable String owner, Instant at, JsonNode row) {
        String id = row.path("key").path("id").asString("");
        Jid remote = Jid.parse(row.path("key").path("remoteJid").asString(""));
        if (!MessageId.canBeAskedFor(id) || remote == null) {
            return null;
        }
        List<Observation> told = FoundRows.read(account, owner, at, row);
        MessageSeen message = told.stream()
                .filter(MessageSeen.class::isInstance)
                .map(MessageSeen.class::cast)
                .findFirst()
                .orElse(null);
        return new FoundRow(
                (message == null ? remote : message.chat()).value(),
                id,
                time(message, row, at),
                List.of(row),
                Expectations.of(id, told));
    }

    private static Instant time(@Nullable MessageSeen message, JsonNode row, Instant otherwise) {
        if (message != null && message.sentAt() != null) {
            return message.sentAt();
        }
        try {
            long seconds = row.path("messageTimestamp").asLong(0);
            return seconds > 0 ? Instant.ofEpochSecond(seconds) : otherwise;
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    /** The newer one's time: that of the last change. */
    private static FoundRow together(FoundRow one, FoundRow other) {
        return new FoundRow(
                one.chat(),
                one.id(),
                one.at().isAfter(other.at()) ? one.at() : other.at(),
                Stream.concat(one.rows().stream(), other.rows().stream()).toList(),
                Stream.concat(one.expected().stream(), other.expected().stream())
                        .distinct()
                        .toList());
    }
}
