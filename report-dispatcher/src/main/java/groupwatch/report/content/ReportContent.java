package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groupwatch.report.schedule.Period;

/** What one run of a report says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DailySummary.class, name = "daily_summary"),
    @JsonSubTypes.Type(value = WeeklyDigest.class, name = "weekly_digest"),
    @JsonSubTypes.Type(value = ActivityAlert.class, name = "activity_alert"),
    @JsonSubTypes.Type(value = KeywordAlert.class, name = "keyword_alert")
})
public sealed interface ReportContent permits DailySummary, WeeklyDigest, ActivityAlert, KeywordAlert {

    Period period();

    /** Whether there is nothing to say; alerts are not sent then. */
    @JsonIgnore
    boolean isEmpty();
}
