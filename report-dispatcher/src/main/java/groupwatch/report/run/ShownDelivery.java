package groupwatch.report.run;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, as it is shown.
 *
 * @param attempts begun
 * @param said of the last attempt that ended, by the mail server
 * @param nextAt when it is tried again; absent when it is not, or is being tried
 * @param history how the newest attempts ended, 20 at most
 */
record ShownDelivery(
        @JsonIgnore UUID run,
        String recipient,
        DeliveryState state,
        int attempts,
        @Nullable String said,
        @Nullable Instant triedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAt,
        List<Ended> history) {

    /** How an attempt ended. */
    record Ended(Instant at, String result, String said) {}

    static ShownDelivery read(Readable row) {
        return new ShownDelivery(
                value(row, "run_id", UUID.class),
                text(row, "recipient"),
                DeliveryState.of(text(row, "state")),
                value(row, "attempts", Integer.class),
                row.get("said", String.class),
                row.get("tried_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("next_at", Instant.class),
                history(row));
    }

    private static List<Ended> history(Readable row) {
        Instant[] ats = row.get("ats", Instant[].class);
        if (ats == null) {
            return List.of();
        }
        String[] results = value(row, "results", String[].class);
        String[] saids = value(row, "saids", String[].class);
        return IntStream.range(0, ats.length)
                .mapToObj(i -> new Ended(ats[i], results[i], saids[i]))
                .toList();
    }
}
