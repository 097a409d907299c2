package groupwatch.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.plan.DueReport;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.run.DueTimes.DueTime;
import groupwatch.report.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a report when nobody looked for a while. */
class DueTimesTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Duration A_DAY = Duration.ofHours(24);

    private static final Schedule AT_EIGHT = new Schedule.Daily(LocalTime.of(8, 0));

    private static DueTimes found(ReportType type, Schedule schedule, String due, String now) {
        return DueTimes.of(new DueReport(report(type, schedule), Instant.parse(due), null), Instant.parse(now), A_DAY);
    }

    private static Report report(ReportType type, Schedule schedule) {
        List<Search> searches = type == ReportType.KEYWORD_ALERT ? List.of(new Search("Roof", "roof")) : List.of();
        return new Report(
                new UUID(1, 1),
                "Morning",
                type,
                schedule,
                LISBON,
                List.of("ops@example.com"),
                Set.of(),
                searches,
                Locale.ENGLISH,
                true,
                true,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static List<String> at(List<DueTime> times) {
        return times.stream().map(time -> time.dueAt().toString()).toList();
    }

    @Test
    void isOneRunWhenItIsFoundInTime() {
        DueTimes found = found(ReportType.DAILY_SUMMARY, AT_EIGHT, "2026-01-15T08:00:00Z", "2026-01-15T08:00:07Z");
        assertThat(at(found.runs())).containsExactly("2026-01-15T08:00:00Z");
        assertThat(found.missed()).isEmpty();
        assertThat(found.next()).isEqualTo("2026-01-16T08:00:00Z");
    }

    @Test
    void isMadeUpForWithItsTruePeriodAfterADowntime() {
        DueTimes found = found(ReportType.DAILY_SUMMARY, AT_EIGHT, "2026-01-15T08:00:00Z", "2026-01-16T07:30:00Z");
        assertThat(at(found.runs())).containsExactly("2026-01-15T08:00:00Z");
        assertThat(found.runs().getFirst().period().firstDay()).isEqualTo("2026-01-14");
        assertThat(found.next()).isEqualTo("2026-01-16T08:00:00Z");
    }

    @Test
    void isMissedWhenItIsTooLateAndTheNextOnesAreStillMade() {
        DueTimes found = found(ReportType.DAILY_SUMMARY, AT_EIGHT, "2026-01-12T08:00:00Z", "2026-01-15T09:00:00Z");
        assertThat(at(found.missed()))
                .containsExactly("2026-01-12T08:00:00Z", "2026-01-13T08:00:00Z", "2026-01-14T08:00:00Z");
        assertThat(at(found.runs())).containsExactly("2026-01-15T08:00:00Z");
    }

    @Test
    void tellsADayOnceHoweverOftenItWasMissed() {
        DueTimes found = found(
                ReportType.DAILY_SUMMARY,
                new Schedule.Cron("0 * * * *"),
                "2026-01-15T08:00:00Z",
                "2026-01-15T20:10:00Z");
        assertThat(at(found.runs())).containsExactly("2026-01-15T20:00:00Z");
        assertThat(found.missed()).isEmpty();
        assertThat(found.next()).isEqualTo("2026-01-15T21:00:00Z");
    }

    @Test
    void makesOneAlertOfAllThatWereMissed() {
        DueTimes found = found(
                ReportType.KEYWORD_ALERT,
                new Schedule.Cron("*/15 * * * *"),
                "2026-01-15T08:00:00Z",
                "2026-01-15T20:10:00Z");
        assertThat(at(found.runs())).containsExactly("2026-01-15T20:00:00Z");
        assertThat(found.missed()).isEmpty();
    }

    @Test
    void looksBackOverAMonthOfEveryFiveMinutes() {
        DueTimes found = found(
                ReportType.ACTIVITY_ALERT,
                new Schedule.Cron("*/5 * * * *"),
                "2026-01-15T08:00:00Z",
                "2026-02-14T09:00:00Z");
        assertThat(found.runs()).hasSize(2);
        assertThat(found.missed()).hasSize(29);
        assertThat(found.next()).isEqualTo("2026-02-14T09:05:00Z");
    }

    @Test
    void isDueOnceWhereTheClockShowsItsTimeTwice() {
        Schedule atHalfPastOne = new Schedule.Daily(LocalTime.of(1, 30));
        DueTimes found = found(ReportType.DAILY_SUMMARY, atHalfPastOne, "2026-10-25T00:30:00Z", "2026-10-25T01:30:05Z");
        assertThat(at(found.runs())).containsExactly("2026-10-25T00:30:00Z");
        assertThat(found.next()).isEqualTo("2026-10-26T01:30:00Z");
    }
}
