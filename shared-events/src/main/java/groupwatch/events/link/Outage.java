package groupwatch.events.link;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an account's messages did not come.
 *
 * @param id unique; the same for as long as it lasts, whatever states it goes through
 * @param from when it began, as far as known: for a link that only seemed open, when the last event came
 * @param to when it was over; absent: it lasts
 * @param filledIn messages that were missing and were fetched afterwards; absent: not looked for yet
 * @param missing messages that are known of and still not here; absent: not looked for yet
 */
public record Outage(
        String id,
        Instant from,
        @Nullable Instant to,
        @Nullable Long filledIn,
        @Nullable Long missing) {

    public Outage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
    }

    /** Whether it is over and what was missed was looked for. */
    @JsonIgnore
    public boolean isSettled() {
        return to != null && filledIn != null;
    }
}
