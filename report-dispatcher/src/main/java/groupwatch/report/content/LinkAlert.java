package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonValue;
import groupwatch.events.link.LinkStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an account's outage.
 *
 * @param status that it is in, or was in before it came back
 * @param to when it was over; absent: it lasts
 * @param explanation why, as the watchdog says it
 * @param advice what a person should do; absent: nothing
 * @param filledIn messages fetched afterwards; absent: nobody has looked for them yet
 * @param missing messages known of and still not here; absent: nobody has looked for them yet
 * @param madeAt when this was true
 * @param sample whether it is only to be looked at: no link is down
 */
public record LinkAlert(
        Kind kind,
        String account,
        LinkStatus status,
        Instant from,
        @Nullable Instant to,
        String explanation,
        @Nullable String advice,
        @Nullable Long filledIn,
        @Nullable Long missing,
        Instant madeAt,
        Locale language,
        ZoneId zone,
        boolean sample) {

    /** What happened to the link. */
    public enum Kind {
        DOWN,
        BACK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
