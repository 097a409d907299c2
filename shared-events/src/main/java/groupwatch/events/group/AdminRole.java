package groupwatch.events.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a participant may do in a group. */
public enum AdminRole {
    MEMBER,
    ADMIN,
    /** Created the group or inherited it. */
    SUPERADMIN;

    /** The word used in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word of a newer version reads as {@link #MEMBER}. */
    @JsonCreator
    public static AdminRole of(String wire) {
        for (AdminRole known : values()) {
            if (known.wire().equals(wire)) {
                return known;
            }
        }
        return MEMBER;
    }
}
