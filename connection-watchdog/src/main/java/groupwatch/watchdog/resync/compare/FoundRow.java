package groupwatch.watchdog.resync.compare;

import groupwatch.events.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A message as Evolution has it.
 *
 * @param chat its JID, as messages of it are stored
 * @param id WhatsApp's id
 * @param at its time there: of an edited one that of the edit
 * @param rows as they came; several of duplicates
 * @param expected what is to be known of it
 */
public record FoundRow(String chat, String id, Instant at, List<JsonNode> rows, List<Expected> expected) {

    public FoundRow {
        rows = List.copyOf(rows);
        expected = List.copyOf(expected);
    }

    /** Ids of the messages that show whether it is known. */
    public Set<String> targets() {
        return Stream.concat(Stream.of(id), expected.stream().map(Expected::target))
                .collect(Collectors.toSet());
    }

    /** @param stored by id */
    public List<Expected> unknown(Map<String, Message> stored, String account) {
        return unknown(expected, stored, account);
    }

    /** Those of the expectations that are not met. */
    public static List<Expected> unknown(List<Expected> expected, Map<String, Message> stored, String account) {
        return expected.stream()
                .filter(one -> !one.isKnown(stored.get(one.target()), account))
                .toList();
    }
}
