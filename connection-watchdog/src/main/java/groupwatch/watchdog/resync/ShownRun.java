package groupwatch.watchdog.resync;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown.
 *
 * @param group the only chat it compares; absent: all
 * @param from first moment compared
 * @param until last moment compared
 * @param nextAt when it goes on; absent when it has ended
 * @param rows of Evolution's that were looked at, duplicates among them
 * @param found messages that were missing, or of which something was
 * @param filledIn those of them that are there now, through the run
 * @param missing those that are suspected missing still
 * @param percent of the comparison; 100 only when it has ended
 * @param error why it waits
 * @param end a sentence, once it has ended
 */
record ShownRun(
        UUID id,
        String account,
        RunKind kind,
        RunState state,
        @Nullable String group,
        Instant from,
        Instant until,
        Instant askedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAt,
        Chats chats,
        long rows,
        long found,
        long filledIn,
        long missing,
        int percent,
        @Nullable String error,
        @Nullable String end) {

    /** @param total one for all that are compared together, as by the timer */
    record Chats(long done, long total) {}

    static ShownRun of(Readable row) {
        RunState state = RunState.of(Columns.text(row, "state"));
        long filledIn = Columns.value(row, "filled_in", Long.class);
        long missing = Columns.value(row, "missing", Long.class);
        long total = Columns.value(row, "total_chats", Long.class);
        double share = Columns.value(row, "share", Double.class);
        return new ShownRun(
                Columns.value(row, "id", UUID.class),
                Columns.text(row, "account"),
                RunKind.of(Columns.text(row, "kind")),
                state,
                row.get("chat", String.class),
                Columns.value(row, "from_at", Instant.class),
                Columns.value(row, "until_at", Instant.class),
                Columns.value(row, "asked_at", Instant.class),
                row.get("begun_at", Instant.class),
                row.get("ended_at", Instant.class),
                state.hasEnded() ? null : Columns.value(row, "next_at", Instant.class),
                new Chats(Columns.value(row, "done_chats", Long.class), total),
                Columns.value(row, "rows", Long.class),
                filledIn + missing + Columns.value(row, "open", Long.class),
                filledIn,
                missing,
                percent(state, share, total),
                row.get("error", String.class),
                row.get("conclusion", String.class));
    }

    private static int percent(RunState state, double share, long total) {
        if (state == RunState.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, Math.floor(100 * share / total));
    }
}
