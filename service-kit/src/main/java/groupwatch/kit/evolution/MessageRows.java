package groupwatch.kit.evolution;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A page of Evolution's message store.
 *
 * @param total rows in all pages, duplicates among them
 * @param page from 1
 * @param rows as they came
 */
public record MessageRows(long total, int pages, int page, List<JsonNode> rows) {

    public MessageRows {
        rows = List.copyOf(rows);
    }

    public boolean isLast() {
        return rows.isEmpty() || page >= pages;
    }
}
