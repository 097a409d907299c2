package groupwatch.kit.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is. */
public enum JobState {
    /** For its first attempt or its next. */
    WAITING,
    RUNNING,
    DONE,
    /** No further attempt would help. */
    FAILED,
    /** Its time is over. */
    EXPIRED,
    CANCELLED;

    /** The word in rows and JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
