package groupwatch.summary.row;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a group's day. */
public enum DayState {
    /** It is over, and being read for the first time; what changes meanwhile is noticed. */
    READING,
    /** It is over, and summarised. */
    WRITTEN,
    /** It was summarised before it was over. */
    SO_FAR,
    /** Nothing was said. */
    EMPTY,
    /** Too little was said to be summarised by itself. */
    QUIET;

    /** The word in rows and JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DayState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
