package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.demo.Demo;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the demo asks for as reports, whenever somebody starts it. */
class DemoReportTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T08:10:00, 08:11",
        "2026-11-30T08:10:54, 08:11",
        "2026-11-30T08:10:55, 08:12",
        "2026-11-30T23:59:30, 00:00",
    })
    void isDueAtTheNextWholeMinuteThatLeavesTheApiTimeToKnowOfIt(String now, String due) {
        var lisbon = ZoneId.of("Europe/Lisbon");
        var soon = DemoReport.soon(ZonedDateTime.parse(now + "Z").withZoneSameLocal(lisbon));
        var body = DemoReport.DAILY_SUMMARY.body(soon);

        assertThat(body.path("time").asString()).isEqualTo(due);
        assertThat(body.path("zone").asString()).isEqualTo("Europe/Lisbon");
        assertThat(body.path("schedule").asString()).isEqualTo("daily");
        assertThat(body.has("day")).isFalse();
    }

    @Test
    void theWeeksIsOnTheDayOnWhichItIsDueNotOnTheOneBefore() {
        var sunday = ZonedDateTime.parse("2026-11-29T23:59:30Z[UTC]");
        var body = DemoReport.WEEKLY_DIGEST.body(DemoReport.soon(sunday));

        assertThat(body.path("schedule").asString()).isEqualTo("weekly");
        assertThat(body.path("day").asInt()).isEqualTo(1);
    }

    static Stream<Instant> starts() {
        return LocalDate.of(2026, 3, 2)
                .datesUntil(LocalDate.of(2026, 3, 9))
                .flatMap(day -> IntStream.of(1, 7, 13, 19, 23)
                        .mapToObj(hour ->
                                day.atTime(hour, 0).atZone(ZoneId.of("UTC")).toInstant()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void hasSomethingToFindOnEachDayAtEachHour(Instant start) {
        var demo = new Demo(1, Demo.firstDayFor(start.atZone(ZoneId.of("UTC")).toLocalDate()));
        var texts = demo.history(start).stream()
                .filter(happening -> happening.at().isAfter(start.minus(Duration.ofDays(1))))
                .filter(Happening.Said.class::isInstance)
                .map(said -> ((Happening.Said) said).content())
                .filter(Content.Text.class::isInstance)
                .map(text -> ((Content.Text) text).text().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(DemoReport.SEARCHES.values())
                .anySatisfy(query -> assertThat(texts)
                        .anyMatch(text -> Stream.of(query.split(" OR ", -1)).anyMatch(text::contains)));
    }
}
