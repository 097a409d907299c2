package groupwatch.store.stats;

import groupwatch.store.stats.Counts.OfHour;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages by what the local clock showed when they were sent. */
record ByClock(Collection<OfHour> hours) {

    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;

    /** Messages of one day. */
    record Day(LocalDate day, long messages) {}

    /** From midnight on. */
    List<Long> byHour() {
        return filled(HOURS, hours, ByClock::hourOfDay);
    }

    /** From Monday on. */
    List<Long> byWeekday() {
        return filled(WEEKDAYS, hours, ByClock::weekday);
    }

    /** From Monday on, the hours of each weekday. */
    List<List<Long>> byWeekdayAndHour() {
        Map<Integer, List<OfHour>> weekdays = hours.stream().collect(Collectors.groupingBy(ByClock::weekday));
        return IntStream.range(0, WEEKDAYS)
                .mapToObj(weekday -> filled(HOURS, weekdays.getOrDefault(weekday, List.of()), ByClock::hourOfDay))
                .toList();
    }

    /** Every day, also those without messages. */
    List<Day> byDay(List<LocalDate> days) {
        Map<LocalDate, Long> counts = hours.stream()
                .collect(Collectors.groupingBy(ByClock::day, TreeMap::new, Collectors.summingLong(OfHour::messages)));
        return days.stream()
                .map(day -> new Day(day, counts.getOrDefault(day, 0L)))
                .toList();
    }

    private static LocalDate day(OfHour hour) {
        return LocalDate.ofEpochDay(Math.floorDiv(hour.hour(), HOURS));
    }

    private static int hourOfDay(OfHour hour) {
        return Math.floorMod(hour.hour(), HOURS);
    }

    private static int weekday(OfHour hour) {
        return day(hour).getDayOfWeek().ordinal();
    }

    private static List<Long> filled(int size, Collection<OfHour> hours, Function<OfHour, Integer> place) {
        long[] counts = new long[size];
        hours.forEach(hour -> counts[place.apply(hour)] += hour.messages());
        return Arrays.stream(counts).boxed().toList();
    }
}
