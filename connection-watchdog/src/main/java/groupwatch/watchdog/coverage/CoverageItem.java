package groupwatch.watchdog.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete a day is.
 *
 * @param group absent: nothing is known of any group that day, and the account's link was down
 * @param day UTC
 * @param down when the account's messages did not come
 * @param upSeconds in which they came, of a day that lasts until now
 * @param webhook messages that came while it happened
 * @param history messages that came in a history chunk
 * @param filledIn messages that were missing and were fetched
 * @param missing messages that Evolution has and that are still not here
 * @param asOf when they were counted
 */
record CoverageItem(
        String account,
        @Nullable String group,
        LocalDate day,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Down> down,
        long upSeconds,
        long webhook,
        long history,
        long filledIn,
        long missing,
        @Nullable Instant asOf) {

    /** @param to absent: it lasts */
    record Down(Instant from, @Nullable Instant to) {}
}
