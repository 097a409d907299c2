package groupwatch.watchdog.resync;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Reads rows of runs and of their chats. */
final class RunRow {

    private RunRow() {}

    static Run run(Readable row) {
        return new Run(
                Columns.value(row, "id", UUID.class),
                Columns.text(row, "account"),
                RunKind.of(Columns.text(row, "kind")),
                RunState.of(Columns.text(row, "state")),
                row.get("outage", String.class),
                row.get("chat", String.class),
                Columns.value(row, "from_at", Instant.class),
                Columns.value(row, "until_at", Instant.class),
                Columns.value(row, "asked_at", Instant.class),
                Columns.value(row, "listed", Boolean.class),
                Columns.value(row, "rows", Long.class),
                Columns.value(row, "filled_in", Long.class),
                Columns.value(row, "missing", Long.class),
                Columns.value(row, "failures", Integer.class),
                Set.of(Columns.value(row, "excluded", String[].class)));
    }

    static RunChat chat(Readable row) {
        return new RunChat(
                Columns.value(row, "run", UUID.class),
                Columns.text(row, "chat"),
                Columns.value(row, "again", Boolean.class),
                Columns.value(row, "from_at", Instant.class),
                Columns.value(row, "until_at", Instant.class),
                Columns.value(row, "page", Integer.class),
                Columns.value(row, "size", Integer.class),
                row.get("total", Long.class),
                Columns.value(row, "refusals", Integer.class));
    }
}
