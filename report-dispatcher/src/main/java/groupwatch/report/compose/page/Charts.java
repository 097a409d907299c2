package groupwatch.report.compose.page;

import static java.util.stream.Collectors.joining;

import groupwatch.report.compose.chart.ActivityChart;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.content.WeeklyDigest.DayCount;
import groupwatch.report.schedule.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Charts of a day's hours and of a week's days, with what they show in words. */
final class Charts {

    private static final String ID = "activity";
    private static final int QUARTER = 6;

    private final Telling telling;
    private final Words words;

    Charts(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /** Absent when there is nothing to draw. */
    @Nullable
    Chart ofDay(List<Long> byHour, Coverage coverage, Period period) {
        if (isFlat(byHour)) {
            return null;
        }
        String caption = words.say("chart.hours", telling.times().zone());
        int busiest = ActivityChart.busiest(byHour);
        String most =
                words.say("chart.busiest", hour(busiest) + "–" + hour(busiest + 1), words.number(byHour.get(busiest)));
        List<String> axis = IntStream.range(0, byHour.size())
                .filter(hour -> hour % QUARTER == 0)
                .mapToObj(Charts::hour)
                .toList();
        return new Chart(
                ID,
                ActivityChart.png(byHour, incomplete(coverage, period)),
                caption + " " + most + " " + quarters(byHour) + ".",
                caption + " " + most,
                axis,
                List.of(),
                byHour);
    }

    @Nullable
    Chart ofWeek(List<DayCount> byDay) {
        List<Long> values = byDay.stream().map(DayCount::messages).toList();
        if (isFlat(values)) {
            return null;
        }
        String caption = words.say("chart.days", telling.times().zone());
        DayCount busiest = byDay.get(ActivityChart.busiest(values));
        String most = words.say("chart.busiest", telling.times().day(busiest.day()), words.number(busiest.messages()));
        String all = byDay.stream()
                .map(day -> telling.times().day(day.day()) + ": " + words.count("messages", day.messages()))
                .collect(joining(", "));
        return new Chart(
                ID,
                ActivityChart.png(values, new BitSet()),
                caption + " " + all + ".",
                caption + " " + most,
                byDay.stream().map(day -> words.date("date.axis", day.day())).toList(),
                values.stream().map(words::number).toList(),
                values);
    }

    private static boolean isFlat(List<Long> values) {
        return values.stream().allMatch(value -> value == 0);
    }

    /** Hours in which a link was down. */
    private static BitSet incomplete(Coverage coverage, Period period) {
        BitSet hours = new BitSet();
        for (Down down : coverage.down()) {
            Instant at = down.from().isBefore(period.from()) ? period.from() : down.from();
            Instant end = down.until().isAfter(period.until()) ? period.until() : down.until();
            for (at = at.truncatedTo(ChronoUnit.MINUTES); at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
                hours.set(at.atZone(period.zone()).getHour());
            }
        }
        return hours;
    }

    private String quarters(List<Long> byHour) {
        return IntStream.iterate(0, hour -> hour < byHour.size(), hour -> hour + QUARTER)
                .mapToObj(from -> quarter(byHour, from))
                .collect(joining(", "));
    }

    private String quarter(List<Long> byHour, int from) {
        int until = Math.min(from + QUARTER, byHour.size());
        long messages =
                byHour.subList(from, until).stream().mapToLong(Long::longValue).sum();
        return hour(from) + "–" + hour(until) + ": " + words.count("messages", messages);
    }

    static String hour(int hour) {
        return "%02d:00".formatted(hour);
    }
}
