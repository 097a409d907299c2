package groupwatch.report.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a report tells. */
public enum ReportType {
    /** The day before, group by group, in short. */
    DAILY_SUMMARY,
    /** The seven days before, in figures, decisions and things to do. */
    WEEKLY_DIGEST,
    /** Groups that were silent or loud the day before, against their own rhythm; sent only when there are any. */
    ACTIVITY_ALERT,
    /** What saved searches found that no run before has told; sent only when there is something. */
    KEYWORD_ALERT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing is sent when there is nothing to say. */
    public boolean alerts() {
        return this == ACTIVITY_ALERT || this == KEYWORD_ALERT;
    }
}
