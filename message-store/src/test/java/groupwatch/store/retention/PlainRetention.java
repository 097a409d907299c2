package groupwatch.store.retention;

import groupwatch.events.EventCodec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What retention leaves of some rows, worked out without a database: row by row, by the rules as they are written down. */
final class PlainRetention {

    private static final Set<String> FACTS =
            Set.of("message_edits", "message_revokes", "reactions", "poll_votes", "receipts", "calls", "message_media");

    private final Map<String, List<String>> rows;
    private final KeptSince keptSince;
    private final Set<String> had = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    PlainRetention(Map<String, List<String>> rows, KeptSince keptSince) {
        this.rows = rows;
        this.keptSince = keptSince;
        for (JsonNode message : parsed("messages")) {
            had.add(key(message));
            if (keptSince.keeps(message.path("chat").asString(), time(message, "sent_at"))) {
                kept.add(key(message));
            }
        }
        FACTS.forEach(table -> parsed(table).stream()
                .filter(fact -> !had.contains(key(fact)) && inTime(fact))
                .forEach(fact -> waiting.add(key(fact))));
    }

    Map<String, List<String>> left() {
        Map<String, List<String>> left = new TreeMap<>(rows);
        left.replaceAll((table, all) ->
                all.stream().filter(row -> isKept(table, parse(row))).toList());
        return left;
    }

    int goneMessages() {
        return had.size() - kept.size();
    }

    private boolean isKept(String table, JsonNode row) {
        return switch (table) {
            case "messages", "message_sightings" -> kept.contains(key(row));
            case "message_keys" -> kept.contains(key(row)) || waiting.contains(key(row));
            default -> !FACTS.contains(table) || kept.contains(key(row)) || !had.contains(key(row)) && inTime(row);
        };
    }

    /** A scope that is no group is a linked account: its chats have the suite's limit. */
    private boolean inTime(JsonNode fact) {
        return keptSince.keeps(fact.path("scope").asString(), time(fact, "at"));
    }

    private List<JsonNode> parsed(String table) {
        return rows.get(table).stream().map(PlainRetention::parse).toList();
    }

    private static String key(JsonNode row) {
        return row.path("scope").asString() + " " + row.path("id").asString();
    }

    private static Instant time(JsonNode row, String field) {
        return OffsetDateTime.parse(row.path(field).asString()).toInstant();
    }

    private static JsonNode parse(String row) {
        return EventCodec.mapper().readTree(row);
    }
}
