package groupwatch.report.unsubscribe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which way somebody said that they want no more mail. */
enum How {
    /** Their mail program did (RFC 8058). */
    ONE_CLICK,
    /** They did, on the page. */
    PAGE,
    /** They told somebody who wrote it down here. */
    BY_HAND;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static How of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
