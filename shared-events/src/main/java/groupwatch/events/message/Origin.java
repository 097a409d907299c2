package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a message reached us, the most trusted way first. */
public enum Origin {
    /** While it happened. */
    WEBHOOK,
    /** In a history chunk after pairing. */
    HISTORY,
    /** Fetched from the gateway's own store after an outage. */
    RESYNC,
    /** From an exported chat. */
    IMPORT;

    /** The word used in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word of a newer version reads as {@link #IMPORT}. */
    @JsonCreator
    public static Origin of(String wire) {
        for (Origin known : values()) {
            if (known.wire().equals(wire)) {
                return known;
            }
        }
        return IMPORT;
    }
}
