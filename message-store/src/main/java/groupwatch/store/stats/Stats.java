package groupwatch.store.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.store.api.Zones;
import groupwatch.store.people.People;
import groupwatch.store.stats.Counts.OfSender;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chat's statistics, as they are answered. Pure: the same counts and people give the same.
 *
 * @param byHour messages by hour of the day, 24
 * @param byDay messages of every day of the period, in order
 * @param byWeekday from Monday on, 7
 * @param byWeekdayAndHour the same by hour, 7 times 24
 * @param byType of every type, also of those that are not counted as messages, most first
 */
record Stats(
        Period period,
        Totals totals,
        Previous previous,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<TopSender> topSenders,
        List<Long> byHour,
        List<ByClock.Day> byDay,
        List<Long> byWeekday,
        List<List<Long>> byWeekdayAndHour,
        Map<String, Long> byType) {

    /**
     * @param from the first day
     * @param to the day after the last
     */
    record Period(LocalDate from, LocalDate to, String tz) {

        static Period of(StatsPeriod period) {
            return new Period(period.from(), period.to(), Zones.name(period.zone()));
        }
    }

    /**
     * As many days just before.
     *
     * @param change from its totals to those of the period
     */
    record Previous(LocalDate from, LocalDate to, Totals totals, Change change) {}

    /** @param top how many senders are named */
    static Stats of(StatsPeriod period, int top, Counts counts, People people) {
        List<OfSender> current =
                counts.senders().stream().filter(OfSender::current).toList();
        List<OfSender> earlier =
                counts.senders().stream().filter(count -> !count.current()).toList();
        Senders senders = Senders.of(current, people);
        Senders before = Senders.of(earlier, people);
        Totals totals = Totals.of(current, senders);
        Totals totalsBefore = Totals.of(earlier, before);
        ByClock clock = new ByClock(counts.hours());
        return new Stats(
                Period.of(period),
                totals,
                new Previous(
                        period.before().from(),
                        period.before().to(),
                        totalsBefore,
                        Change.between(totalsBefore, totals)),
                senders.top(top).stream()
                        .map(person -> new TopSender(
                                people.person(person),
                                senders.of(person),
                                Percent.of(senders.of(person), totals.messages()),
                                before.of(person)))
                        .toList(),
                clock.byHour(),
                clock.byDay(period.days()),
                clock.byWeekday(),
                clock.byWeekdayAndHour(),
                byType(current));
    }

    private static Map<String, Long> byType(List<OfSender> counts) {
        Map<String, Long> messages = counts.stream()
                .collect(Collectors.groupingBy(
                        count -> count.type().wire(), Collectors.summingLong(OfSender::messages)));
        Map<String, Long> mostFirst = new LinkedHashMap<>();
        messages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(type -> mostFirst.put(type.getKey(), type.getValue()));
        return mostFirst;
    }
}
