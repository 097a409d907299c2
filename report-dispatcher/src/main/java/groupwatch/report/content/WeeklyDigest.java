package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import groupwatch.report.schedule.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * Seven days, group by group.
 *
 * @param messages of all groups of the report
 * @param previous as many the seven days before
 * @param watched groups of the report
 * @param byDay messages of each day, in order; empty without statistics
 * @param groups with messages in these or the days before, the most active first
 * @param missing days of groups that have messages and no summary
 */
public record WeeklyDigest(
        Period period,
        long messages,
        long previous,
        int watched,
        List<DayCount> byDay,
        List<GroupWeek> groups,
        int missing,
        Coverage coverage)
        implements ReportContent {

    public WeeklyDigest {
        byDay = List.copyOf(byDay);
        groups = List.copyOf(groups);
    }

    /** A day's messages. */
    public record DayCount(LocalDate day, long messages) {}

    /**
     * A group's week.
     *
     * @param messages these seven days
     * @param previous the seven days before
     * @param busiest hours of the day with the most messages, the busiest first; empty without statistics
     * @param moreDecisions how many more there were than are named
     * @param moreActionItems how many more there were than are named
     */
    public record GroupWeek(
            GroupRef group,
            long messages,
            long previous,
            List<TopSender> topSenders,
            List<BusyHour> busiest,
            List<Statement> decisions,
            int moreDecisions,
            List<Statement> actionItems,
            int moreActionItems) {

        public GroupWeek {
            topSenders = List.copyOf(topSenders);
            busiest = List.copyOf(busiest);
            decisions = List.copyOf(decisions);
            actionItems = List.copyOf(actionItems);
        }
    }

    /** An hour of the day, 0 to 23, and its messages on all days together. */
    public record BusyHour(int hour, long messages) {}

    @Override
    @JsonIgnore
    public boolean isEmpty() {
        return false;
    }
}
