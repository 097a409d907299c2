package groupwatch.summary.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a model is asked for. */
public enum Purpose {
    SUMMARY,
    QUESTION;

    /** The word in rows, meters and JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
