package groupwatch.report.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a mail to one recipient stands. */
enum DeliveryState {
    WAITING,
    /** An attempt is under way, or broke off: then nobody knows whether the mail server has taken it. */
    HANDING_OVER,
    /** The mail server has taken it. */
    ACCEPTED,
    /** The mail server will never take it. */
    REFUSED,
    /** It was tried for too long. */
    EXPIRED,
    /** The recipient wants no mail any more. */
    SUPPRESSED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
