package groupwatch.watchdog.resync;

import groupwatch.events.EventCodec;
import groupwatch.kit.database.Columns;
import groupwatch.watchdog.resync.compare.Expected;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Suspects as rows: read one by one, written many at once as a JSON array. */
final class SuspectRow {

    private static final JsonMapper MAPPER = EventCodec.mapper();
    private static final JavaType EXPECTED = MAPPER.constructType(new TypeReference<List<Expected>>() {});

    private SuspectRow() {}

    static Suspect suspect(Readable row) {
        return new Suspect(
                Columns.text(row, "chat"),
                Columns.text(row, "id"),
                Columns.value(row, "at", Instant.class),
                Columns.value(row, "day", LocalDate.class),
                MAPPER.readValue(Columns.text(row, "expected_json"), EXPECTED),
                Columns.value(row, "absent", Boolean.class),
                row.get("run", UUID.class),
                Columns.value(row, "times", Integer.class),
                Columns.value(row, "looks", Integer.class));
    }

    static String json(List<Suspect> suspects) {
        ArrayNode array = MAPPER.createArrayNode();
        suspects.forEach(suspect -> array.add(json(suspect)));
        return MAPPER.writeValueAsString(array);
    }

    private static ObjectNode json(Suspect suspect) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("chat", suspect.chat())
                .put("id", suspect.id())
                .put("at", suspect.at().toString())
                .put("day", suspect.day().toString())
                .put("absent", suspect.absent());
        node.set("expected", MAPPER.readTree(MAPPER.writerFor(EXPECTED).writeValueAsString(suspect.expected())));
        return node;
    }
}
