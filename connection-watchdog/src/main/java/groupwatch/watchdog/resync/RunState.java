package groupwatch.watchdog.resync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run is. */
enum RunState {
    WAITING,
    RUNNING,
    /** To the end. */
    DONE,
    CANCELLED,
    /** Evolution keeps no messages to compare with. */
    IMPOSSIBLE;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean hasEnded() {
        return this != WAITING && this != RUNNING;
    }
}
