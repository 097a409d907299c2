package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.read.GroupStats;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unusual for a group, told in stories. The day is a Wednesday. */
class RhythmTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    /** The days before repeat what is told, the last of it the day before; so many days, and what was said on the day itself. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # story                                      | days before repeat                    | days | that day | usual | silent | loud
            a steady group says nothing                  | 40                                    | 56   | 0        | 40    | true   | false
            a steady group says a tenth                  | 40                                    | 56   | 4        | 40    | true   | false
            a steady group says a bit more than a tenth  | 40                                    | 56   | 5        | 40    | false  | false
            a small group of five says nothing           | 5                                     | 56   | 0        | 5     | true   | false
            a smaller group says nothing                 | 4                                     | 56   | 0        | 4     | false  | false
            a steady group says three times as much      | 40                                    | 56   | 120      | 40    | false  | true
            a steady group says not quite as much        | 40                                    | 56   | 119      | 40    | false  | false
            a small group says 20 more                   | 4                                     | 56   | 24       | 4     | false  | true
            a small group says 19 more                   | 4                                     | 56   | 23       | 4     | false  | false
            a group that is quiet in the week            | 4,4,4,90,90,4,4                       | 56   | 0        | 4     | false  | false
            a weekend group wakes up on a Wednesday      | 0,0,0,30,60,0,0                       | 56   | 25       | 0     | false  | true
            a Wednesday group misses its Wednesday       | 50,0,0,0,0,0,0                        | 56   | 0        | 50    | true   | false
            a wild group is loud now and then            | 10,10,10,10,10,10,10,60,60,60,60,60,60,60 | 56 | 125  | 35    | false  | false
            a wild group is louder than ever             | 10,10,10,10,10,10,10,60,60,60,60,60,60,60 | 56 | 186  | 35    | false  | true
            a group of two weeks has its working days    | 10,30                                 | 14   | 0        | 20    | true   | false
            a group of three weeks has its Wednesdays    | 50,0,0,0,0,0,0                        | 21   | 0        | 50    | true   | false
            a group of twenty days has not               | 50,0,0,0,0,0,0                        | 20   | 0        | 0     | false  | false
            a group of two weeks is loud                 | 10,10                                 | 14   | 40       | 10    | false  | true
            a group of six days is not judged            | 40                                    | 6    | 0        | 0     | false  | false
            a group of six days may say what it wants    | 40                                    | 6    | 900      | 0     | false  | false
            a group that never said anything             | 0                                     | 56   | 0        | 0     | false  | false
            """)
    void aDayIsMeasuredByTheGroupsOwnWeeks(
            String story, String pattern, int days, long thatDay, long usual, boolean silent, boolean loud) {
        Rhythm rhythm = new Rhythm(stats(pattern, days, thatDay), DAY);
        assertThat(Math.round(rhythm.usual())).as("usual").isEqualTo(usual);
        assertThat(rhythm.isSilent()).as("silent").isEqualTo(silent);
        assertThat(rhythm.isLoud()).as("loud").isEqualTo(loud);
        assertThat(rhythm.messages()).isEqualTo(thatDay);
    }

    /** Saturdays and Sundays are measured by those alone, the others by the others. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # story                                       | a week from Monday   | first day  | day        | that day | usual | silent | loud
            a work group in its second weekend            | 20,20,20,20,20,2,0   | 2026-11-09 | 2026-11-21 | 2        | 1     | false  | false
            a work group, a Sunday with nothing           | 20,20,20,20,20,2,0   | 2026-11-09 | 2026-11-22 | 0        | 2     | false  | false
            a work group that begins on a Saturday        | 20,20,20,20,20,2,1   | 2026-11-14 | 2026-11-21 | 0        | 2     | false  | false
            a work group whose weekend is loud            | 20,20,20,20,20,2,0   | 2026-11-09 | 2026-11-21 | 30       | 1     | false  | true
            a work group that misses its Monday           | 20,20,20,20,20,2,0   | 2026-11-09 | 2026-11-23 | 0        | 20    | true   | false
            a family that misses its second Saturday      | 1,1,1,1,1,30,30      | 2026-11-09 | 2026-11-21 | 0        | 30    | true   | false
            a work group in its first week                | 20,20,20,20,20,2,0   | 2026-11-09 | 2026-11-14 | 0        | 0     | false  | false
            a work group in its fourth weekend            | 20,20,20,20,20,9,0   | 2026-11-02 | 2026-11-28 | 0        | 9     | true   | false
            """)
    void aYoungGroupIsMeasuredByDaysOfTheSameKind(
            String story,
            String week,
            LocalDate first,
            LocalDate day,
            long thatDay,
            long usual,
            boolean silent,
            boolean loud) {
        List<Long> numbers = numbers(week);
        Map<LocalDate, Long> said = new HashMap<>();
        first.datesUntil(day)
                .forEach(date -> said.put(date, numbers.get(date.getDayOfWeek().getValue() - 1)));
        said.put(day, thatDay);
        Rhythm rhythm = new Rhythm(new GroupStats(0, 0, List.of(), List.of(), said), day);
        assertThat(Math.round(rhythm.usual())).as("usual").isEqualTo(usual);
        assertThat(rhythm.isSilent()).as("silent").isEqualTo(silent);
        assertThat(rhythm.isLoud()).as("loud").isEqualTo(loud);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "7, true", "8, false", "20, false"})
    void aSilenceIsToldForAWeek(int days, boolean told) {
        Map<LocalDate, Long> said = new HashMap<>();
        DAY.minusDays(56).datesUntil(DAY.minusDays(days - 1)).forEach(day -> said.put(day, 30L));
        Rhythm rhythm = new Rhythm(new GroupStats(0, 0, List.of(), List.of(), said), DAY);
        assertThat(rhythm.quietDays()).isEqualTo(days);
        assertThat(rhythm.isSilent()).isEqualTo(told);
    }

    /** Nobody writes there on weekends; the day is a Wednesday, so that Saturday and Sunday are days 5 and 4 of the silence. */
    @Test
    void daysOnWhichNothingIsUsualGoOnWithASilence() {
        Map<LocalDate, Long> said = new HashMap<>();
        DAY.minusDays(56)
                .datesUntil(DAY.minusDays(5))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .forEach(day -> said.put(day, 30L));
        Rhythm rhythm = new Rhythm(new GroupStats(0, 0, List.of(), List.of(), said), DAY);
        assertThat(rhythm.quietDays()).isEqualTo(6);
        assertThat(rhythm.isSilent()).isTrue();
    }

    @Test
    void loudDaysInARowAreCounted() {
        Map<LocalDate, Long> said = new HashMap<>();
        DAY.minusDays(56).datesUntil(DAY.minusDays(1)).forEach(day -> said.put(day, 10L));
        said.put(DAY.minusDays(1), 200L);
        said.put(DAY, 300L);
        Rhythm rhythm = new Rhythm(new GroupStats(0, 0, List.of(), List.of(), said), DAY);
        assertThat(rhythm.isLoud()).isTrue();
        assertThat(rhythm.loudDays()).isEqualTo(2);
    }

    private static GroupStats stats(String pattern, int days, long thatDay) {
        List<Long> numbers = numbers(pattern);
        Map<LocalDate, Long> said = new HashMap<>();
        for (int before = 1; before <= days; before++) {
            said.put(DAY.minusDays(before), numbers.get(numbers.size() - 1 - (before - 1) % numbers.size()));
        }
        said.put(DAY, thatDay);
        return new GroupStats(0, 0, List.of(), List.of(), said);
    }

    private static List<Long> numbers(String commas) {
        return Arrays.stream(commas.split(","))
                .map(String::strip)
                .map(Long::valueOf)
                .toList();
    }
}
