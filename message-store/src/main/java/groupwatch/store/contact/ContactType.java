package groupwatch.store.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a contact is a person or a group. */
enum ContactType {
    INDIVIDUAL,
    GROUP;

    /** The word used in JSON and in the parameter. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
