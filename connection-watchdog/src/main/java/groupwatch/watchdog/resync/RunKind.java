package groupwatch.watchdog.resync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a comparison is made, the most urgent first. */
enum RunKind {
    /** Somebody asked for it. */
    BY_HAND,
    /** A link is up again. */
    OUTAGE,
    /** What is newer than the last time. */
    INCREMENTAL,
    /** All of the look-back window. */
    FULL;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
