package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day, group by group.
 *
 * @param messages of all groups of the report
 * @param previous as many the day before
 * @param watched groups of the report
 * @param byHour messages of each hour of the day, 24 of them; empty without statistics
 * @param groups with messages, the most telling first
 * @param silent groups without a message that usually have some
 */
public record DailySummary(
        Period period,
        long messages,
        long previous,
        int watched,
        List<Long> byHour,
        List<GroupDay> groups,
        List<Silent> silent,
        Coverage coverage)
        implements ReportContent {

    public DailySummary {
        byHour = List.copyOf(byHour);
        groups = List.copyOf(groups);
        silent = List.copyOf(silent);
    }

    /**
     * A group's day.
     *
     * @param messages that day
     * @param summarised absent when there is no summary
     * @param missing why there is no summary, as a code; absent when there is one
     */
    public record GroupDay(
            GroupRef group,
            long messages,
            @Nullable Summarised summarised,
            @Nullable MissingSummary missing,
            List<TopSender> topSenders) {

        public GroupDay {
            topSenders = List.copyOf(topSenders);
        }
    }

    /**
     * What a group's day was, in short.
     *
     * @param extractive whether no language model wrote it: they are sentences of the group itself
     */
    public record Summarised(
            boolean extractive,
            List<Statement> overview,
            List<TopicPoints> topics,
            List<Statement> decisions,
            List<Statement> actionItems,
            List<Statement> openQuestions,
            List<Statement> urgent) {

        public Summarised {
            overview = List.copyOf(overview);
            topics = List.copyOf(topics);
            decisions = List.copyOf(decisions);
            actionItems = List.copyOf(actionItems);
            openQuestions = List.copyOf(openQuestions);
            urgent = List.copyOf(urgent);
        }
    }

    /** Why a group's day has no summary although something was said. */
    public enum MissingSummary {
        /** It was asked for, and is still being written. */
        NOT_READY,
        /** The day's budget for language models is spent. */
        BUDGET_SPENT,
        /** Nobody wants this group summarised, or too little was said. */
        NOT_WANTED,
        /** All it said was withdrawn: its messages were revoked or changed since. */
        WITHDRAWN
    }

    /**
     * A silent group.
     *
     * @param days in a row, this one included
     * @param usual messages on such a day
     */
    public record Silent(
            GroupRef group, int days, long usual, @Nullable Instant lastMessageAt) {}

    @Override
    @JsonIgnore
    public boolean isEmpty() {
        return false;
    }
}
