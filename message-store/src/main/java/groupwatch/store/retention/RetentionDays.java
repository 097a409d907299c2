package groupwatch.store.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import groupwatch.store.api.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How many days messages are kept. In JSON a number of days, or {@code "forever"}: a word, since 0 could be taken for
 * keeping nothing.
 *
 * @param days 0 is for ever, as in the database
 */
public record RetentionDays(int days) {

    public static final int MOST = 36_500;

    private static final int FOR_EVER = 0;
    private static final String FOREVER = "forever";

    /** Absent for {@code null}; 400 for what is neither a number of days nor {@code "forever"}. */
    public static @Nullable RetentionDays of(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isString() && json.stringValue().equals(FOREVER)) {
            return new RetentionDays(FOR_EVER);
        }
        if (json.isIntegralNumber() && json.canConvertToInt() && json.intValue() >= 1 && json.intValue() <= MOST) {
            return new RetentionDays(json.intValue());
        }
        throw Parameters.bad(
                "retentionDays",
                "must be a number of days from 1 to " + MOST + ", \"forever\", or null for as the suite");
    }

    /** The first moment kept on that day: days are whole ones, so the limit moves at midnight (UTC). */
    Instant keptSince(LocalDate today) {
        return days == FOR_EVER
                ? KeptSince.ALWAYS
                : today.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @JsonValue
    Object json() {
        return days == FOR_EVER ? FOREVER : days;
    }
}
