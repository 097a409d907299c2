package groupwatch.report.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** Its content is being made. */
    BUILDING,
    /** Its mails are being handed over. */
    SENDING,
    /** Everybody who wants it has it. */
    SENT,
    /** An alert without anything to say. */
    NOTHING,
    /** Some have it, others never will. */
    PARTLY,
    /** Nobody has it, and nobody will. */
    FAILED,
    /** It was found too late. */
    MISSED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody who wants it does not get it. */
    boolean isFailure() {
        return this == PARTLY || this == FAILED || this == MISSED;
    }
}
