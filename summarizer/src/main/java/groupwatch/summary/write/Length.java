package groupwatch.summary.write;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How long a summary may be. */
public enum Length {
    SHORT(8),
    NORMAL(18),
    LONG(36);

    private final int sentences;

    Length(int sentences) {
        this.sentences = sentences;
    }

    /** About so many at most, over all parts. */
    public int sentences() {
        return sentences;
    }

    /** The word in rows and JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
