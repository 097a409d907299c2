package groupwatch.watchdog.resync;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a chat stands.
 *
 * @param kind of the comparison that was the last
 * @param last when it was compared; absent: not to the end yet
 * @param next when it is compared next; absent: only when somebody asks for it
 * @param error what hindered the last try
 * @param filledIn messages that were missing and were fetched, ever
 * @param missing messages that are suspected missing
 */
record ShownChat(
        String chat,
        RunKind kind,
        @Nullable Instant last,
        @Nullable Instant next,
        @Nullable String error,
        long filledIn,
        long missing) {

    static ShownChat of(Readable row, @Nullable Instant next) {
        return new ShownChat(
                Columns.text(row, "chat"),
                RunKind.of(Columns.text(row, "kind")),
                row.get("last_at", Instant.class),
                next,
                row.get("error", String.class),
                Columns.value(row, "filled_in", Long.class),
                Columns.value(row, "missing", Long.class));
    }
}
