package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a file is on its way to us. */
public enum MediaState {
    PENDING,
    STORED,
    /** WhatsApp no longer has it. */
    EXPIRED,
    FAILED;

    /** The word used in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word of a newer version reads as {@link #PENDING}. */
    @JsonCreator
    public static MediaState of(String wire) {
        for (MediaState known : values()) {
            if (known.wire().equals(wire)) {
                return known;
            }
        }
        return PENDING;
    }
}
