package groupwatch.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest(name = "{0} in {1} after {2}: {3}. {4}")
    @CsvSource(delimiter = '|', textBlock = """
            daily 08:00       | UTC                 | 2026-05-04T07:59:59Z | 2026-05-04T08:00:00Z 2026-05-05T08:00:00Z | later today
            daily 08:00       | UTC                 | 2026-05-04T08:00:00Z | 2026-05-05T08:00:00Z | not the same moment again
            daily 08:00       | Asia/Kathmandu      | 2026-01-01T00:00:00Z | 2026-01-01T02:15:00Z 2026-01-02T02:15:00Z | 5:45 ahead
            daily 08:00       | Europe/Lisbon       | 2026-03-27T08:00:00Z | 2026-03-28T08:00:00Z 2026-03-29T07:00:00Z 2026-03-30T07:00:00Z | summer comes
            daily 01:30       | Europe/Lisbon       | 2026-03-28T02:00:00Z | 2026-03-29T01:30:00Z 2026-03-30T00:30:00Z | 01:30 is skipped: 02:30
            daily 01:30       | Europe/Lisbon       | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z | 01:30 is there twice: the first
            daily 01:30       | Europe/Lisbon       | 2026-10-25T00:45:00Z | 2026-10-26T01:30:00Z | before the second 01:30
            daily 02:00       | Europe/Lisbon       | 2026-10-24T12:00:00Z | 2026-10-25T02:00:00Z 2026-10-26T02:00:00Z | the first moment after both
            daily 00:00       | America/Sao_Paulo   | 2026-10-17T12:00:00Z | 2026-10-18T03:00:00Z 2026-10-19T03:00:00Z | no summer time since 2019
            daily 00:00       | America/Sao_Paulo   | 2018-11-03T12:00:00Z | 2018-11-04T03:00:00Z 2018-11-05T02:00:00Z | when there was, midnight was skipped
            daily 02:30       | America/New_York    | 2026-03-07T12:00:00Z | 2026-03-08T07:30:00Z 2026-03-09T06:30:00Z | skipped: 03:30
            daily 01:30       | America/New_York    | 2026-10-31T12:00:00Z | 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z | twice: the first
            cron 30 2,3 * * * | America/New_York    | 2026-03-07T12:00:00Z | 2026-03-08T07:30:00Z 2026-03-09T06:30:00Z 2026-03-09T07:30:00Z | two fall together
            cron 30 * * * *   | America/New_York    | 2026-11-01T04:40:00Z | 2026-11-01T05:30:00Z 2026-11-01T07:30:00Z | each hour of the clock, once
            daily 02:10       | Australia/Lord_Howe | 2026-10-02T20:00:00Z | 2026-10-03T15:40:00Z 2026-10-04T15:10:00Z | half an hour skipped: 02:40
            cron */20 2 * * * | Australia/Lord_Howe | 2026-10-02T20:00:00Z | 2026-10-03T15:30:00Z 2026-10-03T15:40:00Z 2026-10-03T15:50:00Z 2026-10-04T15:00:00Z | skipped ones among the others
            cron */20 2 * * * | Australia/Lord_Howe | 2026-10-03T15:40:00Z | 2026-10-03T15:50:00Z 2026-10-04T15:00:00Z | and asked in their midst
            daily 01:45       | Australia/Lord_Howe | 2026-04-04T00:00:00Z | 2026-04-04T14:45:00Z 2026-04-05T15:15:00Z | half an hour twice
            daily 08:00       | Pacific/Apia        | 2011-12-29T18:00:00Z | 2011-12-30T18:00:00Z 2011-12-31T18:00:00Z | there was no 30th: with the 31st, once
            weekly 5 08:00    | Pacific/Apia        | 2011-12-24T00:00:00Z | 2011-12-30T18:00:00Z 2012-01-05T18:00:00Z | the Friday that was not: Saturday
            daily 00:00       | America/Santiago    | 2026-09-05T12:00:00Z | 2026-09-06T04:00:00Z 2026-09-07T03:00:00Z | midnight is skipped: 01:00
            daily 00:30       | America/Santiago    | 2026-09-05T12:00:00Z | 2026-09-06T04:30:00Z 2026-09-07T03:30:00Z | the day begins at 01:00
            daily 23:30       | America/Santiago    | 2026-04-04T12:00:00Z | 2026-04-05T02:30:00Z 2026-04-06T03:30:00Z | the evening's last hour twice
            daily 00:00       | Africa/Cairo        | 2026-04-23T12:00:00Z | 2026-04-23T22:00:00Z 2026-04-24T21:00:00Z | midnight is skipped: 01:00
            daily 23:30       | Africa/Cairo        | 2026-10-29T12:00:00Z | 2026-10-29T20:30:00Z 2026-10-30T21:30:00Z | the evening's last hour twice
            weekly 1 08:00    | UTC                 | 2026-05-04T08:00:00Z | 2026-05-11T08:00:00Z 2026-05-18T08:00:00Z | Mondays
            weekly 7 08:00    | UTC                 | 2026-05-09T12:00:00Z | 2026-05-10T08:00:00Z | Sunday
            weekly 4 09:00    | UTC                 | 2026-12-31T08:00:00Z | 2026-12-31T09:00:00Z 2027-01-07T09:00:00Z | over the year's end
            monthly 31 08:00  | UTC                 | 2026-01-31T08:00:00Z | 2026-02-28T08:00:00Z 2026-03-31T08:00:00Z 2026-04-30T08:00:00Z | the last of each
            monthly 31 08:00  | UTC                 | 2028-02-01T00:00:00Z | 2028-02-29T08:00:00Z 2028-03-31T08:00:00Z | leap year
            monthly 29 08:00  | UTC                 | 2027-02-28T07:00:00Z | 2027-02-28T08:00:00Z 2027-03-29T08:00:00Z | no 29th
            monthly 29 08:00  | UTC                 | 2028-02-28T09:00:00Z | 2028-02-29T08:00:00Z | a 29th
            monthly 1 00:00   | Asia/Tokyo          | 2026-12-31T14:59:59Z | 2026-12-31T15:00:00Z 2027-01-31T15:00:00Z | a year begins
            monthly 25 02:30  | Europe/Berlin       | 2026-10-01T00:00:00Z | 2026-10-25T00:30:00Z 2026-11-25T01:30:00Z | twice that day: the first
            cron 0 8 29 2 *   | UTC                 | 2026-05-04T00:00:00Z | 2028-02-29T08:00:00Z 2032-02-29T08:00:00Z | every leap year
            cron 0 8 29 2 *   | UTC                 | 2096-03-01T00:00:00Z | 2104-02-29T08:00:00Z | 2100 is none
            cron 0 8 L * *    | UTC                 | 2026-02-01T00:00:00Z | 2026-02-28T08:00:00Z 2026-03-31T08:00:00Z | last day of the month
            cron 59 23 * * *  | UTC                 | 2026-12-31T12:00:00Z | 2026-12-31T23:59:00Z 2027-01-01T23:59:00Z | the year's last minute
            cron 0 9 * * 1-5  | Europe/Lisbon       | 2026-03-27T10:00:00Z | 2026-03-30T08:00:00Z 2026-03-31T08:00:00Z | weekdays, summer came on Sunday
            """)
    void isDueByTheClockOfItsZone(String schedule, String zone, Instant after, String expected, String why) {
        Timetable timetable = new Timetable(Written.schedule(schedule), ZoneId.of(zone));
        List<Instant> due = Stream.of(expected.split(" ")).map(Instant::parse).toList();
        assertThat(Stream.iterate(timetable.next(after), timetable::next).limit(due.size()))
                .as(why)
                .isEqualTo(due);
    }

    @Test
    void whatWasDueDuringADowntimeIsTheTimesWithinTheEarliestFirst() {
        Timetable timetable = new Timetable(Written.schedule("daily 08:00"), ZoneId.of("Europe/Lisbon"));
        Instant last = Instant.parse("2026-03-27T08:00:00Z");
        assertThat(timetable.between(last, Instant.parse("2026-03-30T07:00:00Z"), 10))
                .containsExactly(
                        Instant.parse("2026-03-28T08:00:00Z"),
                        Instant.parse("2026-03-29T07:00:00Z"),
                        Instant.parse("2026-03-30T07:00:00Z"));
        assertThat(timetable.between(last, Instant.parse("2026-03-30T06:59:59Z"), 10))
                .hasSize(2);
        assertThat(timetable.between(last, Instant.parse("2027-03-30T06:59:59Z"), 2))
                .hasSize(2);
        assertThat(timetable.between(last, last, 10)).isEmpty();
    }

    /** All zones whose clock changes, around two years of changes, against a plain list of all local times. */
    @ParameterizedTest
    @ValueSource(strings = {"cron */20 * * * *", "cron 5 0,1,2,3,23 * * *", "daily 00:30", "daily 02:15"})
    void aroundEveryChangeOfEveryClockEachLocalTimeIsDueOnce(String written) {
        Schedule schedule = Written.schedule(written);
        int changes = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2025-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
                sameAsAPlainList(schedule, zone, change.getDateTimeBefore().toLocalDate());
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(500);
    }

    private static void sameAsAPlainList(Schedule schedule, ZoneId zone, LocalDate day) {
        LocalDateTime end = day.plusDays(3).atStartOfDay();
        TreeSet<Instant> due = new TreeSet<>();
        for (LocalDateTime local = LocalTimes.next(schedule, day.minusDays(2).atStartOfDay());
                local.isBefore(end);
                local = LocalTimes.next(schedule, local)) {
            due.add(local.atZone(zone).toInstant());
        }
        Timetable timetable = new Timetable(schedule, zone);
        List<Instant> found = timetable.between(due.first().minusNanos(1), due.last(), 1000);
        assertThat(found).as(zone + " around " + day).isEqualTo(List.copyOf(due));
        assertThat(found)
                .allSatisfy(at -> assertThat(timetable.next(at.minusMillis(1))).isEqualTo(at));
    }

    @Test
    void isTheSameWhateverTheMachinesZone() {
        assertThat(new Timetable(Written.schedule("daily 08:00"), UTC).next(Instant.parse("2026-01-01T07:00:00Z")))
                .isEqualTo("2026-01-01T08:00:00Z");
    }
}
