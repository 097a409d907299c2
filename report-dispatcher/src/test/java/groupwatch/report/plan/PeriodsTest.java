package groupwatch.report.plan;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.schedule.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @ParameterizedTest(name = "{0} in {1} due {2}: {4} to {5}. {9}")
    @CsvSource(delimiter = '|', textBlock = """
            daily_summary  | UTC                 | 2026-05-04T08:00:00Z |                      | 2026-05-03 | 2026-05-03 | 2026-05-03T00:00:00Z | 2026-05-04T00:00:00Z | PT24H    | the day before
            activity_alert | America/Sao_Paulo   | 2026-05-04T11:00:00Z |                      | 2026-05-03 | 2026-05-03 | 2026-05-03T03:00:00Z | 2026-05-04T03:00:00Z | PT24H    | by its own clock
            daily_summary  | Asia/Kathmandu      | 2026-05-03T18:15:00Z |                      | 2026-05-03 | 2026-05-03 | 2026-05-02T18:15:00Z | 2026-05-03T18:15:00Z | PT24H    | due at midnight
            daily_summary  | Europe/Lisbon       | 2026-03-30T07:00:00Z |                      | 2026-03-29 | 2026-03-29 | 2026-03-29T00:00:00Z | 2026-03-29T23:00:00Z | PT23H    | summer came
            daily_summary  | Europe/Lisbon       | 2026-10-26T08:00:00Z |                      | 2026-10-25 | 2026-10-25 | 2026-10-24T23:00:00Z | 2026-10-26T00:00:00Z | PT25H    | summer went
            daily_summary  | Australia/Lord_Howe | 2026-10-04T21:00:00Z |                      | 2026-10-04 | 2026-10-04 | 2026-10-03T13:30:00Z | 2026-10-04T13:00:00Z | PT23H30M | half an hour less
            daily_summary  | America/Santiago    | 2026-09-06T04:00:00Z |                      | 2026-09-05 | 2026-09-05 | 2026-09-05T04:00:00Z | 2026-09-06T04:00:00Z | PT24H    | due at the midnight that was skipped
            daily_summary  | America/Santiago    | 2026-09-07T11:00:00Z |                      | 2026-09-06 | 2026-09-06 | 2026-09-06T04:00:00Z | 2026-09-07T03:00:00Z | PT23H    | the day that began at 01:00
            daily_summary  | America/Santiago    | 2026-04-05T12:00:00Z |                      | 2026-04-04 | 2026-04-04 | 2026-04-04T03:00:00Z | 2026-04-05T04:00:00Z | PT25H    | its last hour twice
            daily_summary  | Pacific/Apia        | 2011-12-30T18:00:00Z |                      | 2011-12-29 | 2011-12-29 | 2011-12-29T10:00:00Z | 2011-12-30T10:00:00Z | PT24H    | there was no 30th
            daily_summary  | UTC                 | 2028-03-01T08:00:00Z |                      | 2028-02-29 | 2028-02-29 | 2028-02-29T00:00:00Z | 2028-03-01T00:00:00Z | PT24H    | leap day
            daily_summary  | Asia/Tokyo          | 2027-01-01T00:00:00Z |                      | 2026-12-31 | 2026-12-31 | 2026-12-30T15:00:00Z | 2026-12-31T15:00:00Z | PT24H    | the year's last day
            daily_summary  | UTC                 | 2026-05-04T08:00:00Z | 2026-05-04T07:00:00Z | 2026-05-03 | 2026-05-03 | 2026-05-03T00:00:00Z | 2026-05-04T00:00:00Z | PT24H    | whatever was told before
            weekly_digest  | America/New_York    | 2026-03-09T12:00:00Z |                      | 2026-03-02 | 2026-03-08 | 2026-03-02T05:00:00Z | 2026-03-09T04:00:00Z | PT167H   | seven days, one shorter
            weekly_digest  | America/New_York    | 2026-11-02T13:00:00Z |                      | 2026-10-26 | 2026-11-01 | 2026-10-26T04:00:00Z | 2026-11-02T05:00:00Z | PT169H   | seven days, one longer
            weekly_digest  | UTC                 | 2027-01-04T08:00:00Z |                      | 2026-12-28 | 2027-01-03 | 2026-12-28T00:00:00Z | 2027-01-04T00:00:00Z | PT168H   | over the year's end
            weekly_digest  | Pacific/Apia        | 2012-01-01T18:00:00Z |                      | 2011-12-26 | 2012-01-01 | 2011-12-26T10:00:00Z | 2012-01-01T10:00:00Z | PT144H   | one of the seven was not
            keyword_alert  | Europe/Lisbon       | 2026-03-29T07:00:00Z |                      | 2026-03-28 | 2026-03-29 | 2026-03-28T07:00:00Z | 2026-03-29T07:00:00Z | PT24H    | the first time: 24 hours
            keyword_alert  | UTC                 | 2026-05-04T08:00:00Z | 2026-05-04T07:00:00Z | 2026-05-04 | 2026-05-04 | 2026-05-04T07:00:00Z | 2026-05-04T08:00:00Z | PT1H     | since the run before
            keyword_alert  | UTC                 | 2026-05-04T08:00:00Z | 2026-05-01T00:00:00Z | 2026-05-01 | 2026-05-04 | 2026-05-01T00:00:00Z | 2026-05-04T08:00:00Z | PT80H    | after a downtime
            keyword_alert  | UTC                 | 2026-05-04T00:00:00Z | 2026-05-03T00:00:00Z | 2026-05-03 | 2026-05-03 | 2026-05-03T00:00:00Z | 2026-05-04T00:00:00Z | PT24H    | due at midnight
            keyword_alert  | UTC                 | 2026-05-04T08:00:00Z | 2026-05-04T09:00:00Z | 2026-05-04 | 2026-05-04 | 2026-05-04T08:00:00Z | 2026-05-04T08:00:00Z | PT0S     | all was told already
            """)
    void aRunTellsOf(
            String type,
            String zone,
            Instant dueAt,
            @Nullable Instant previousUntil,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant from,
            Instant until,
            Duration length,
            String why) {
        Period period =
                Periods.of(ReportType.valueOf(type.toUpperCase(Locale.ROOT)), dueAt, ZoneId.of(zone), previousUntil);
        assertThat(period).as(why).isEqualTo(new Period(firstDay, lastDay, from, until, ZoneId.of(zone)));
        assertThat(Duration.between(period.from(), period.until())).isEqualTo(length);
    }
}
