package groupwatch.report.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** How often, by a clock on the wall; which zone's is said beside it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "every")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Schedule.Daily.class, name = "day"),
    @JsonSubTypes.Type(value = Schedule.Weekly.class, name = "week"),
    @JsonSubTypes.Type(value = Schedule.Monthly.class, name = "month"),
    @JsonSubTypes.Type(value = Schedule.Cron.class, name = "cron")
})
public sealed interface Schedule {

    record Daily(LocalTime at) implements Schedule {}

    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {}

    /** @param day of the month, 1 to 31; the last one of months that have fewer */
    record Monthly(int day, LocalTime at) implements Schedule {}

    /** @param expression minute, hour, day of month, month and day of week, as cron knows them */
    record Cron(String expression) implements Schedule {}
}
