package groupwatch.store.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import groupwatch.store.activity.Quarter;
import groupwatch.store.api.Parameters;
import groupwatch.store.stats.StatsPeriod.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** Which days are meant, and what the clock shows on them. */
class StatsPeriodTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-10T23:30:00Z"), ZoneOffset.UTC);

    @Test
    void isTheLast30DaysTodayIncludedUnlessTold() {
        assertThat(period(Map.of())).isEqualTo(new StatsPeriod(day("2026-02-09"), day("2026-03-11"), ZoneOffset.UTC));
        assertThat(period(Map.of("tz", "Asia/Kolkata")).to()).isEqualTo(day("2026-03-12"));
        assertThat(period(Map.of("to", "2026-01-31")).from()).isEqualTo(day("2026-01-01"));
    }

    @Test
    void thePeriodBeforeHasAsManyDays() {
        StatsPeriod before =
                period(Map.of("from", "2026-02-01", "to", "2026-03-01")).before();
        assertThat(before.from()).isEqualTo(day("2026-01-04"));
        assertThat(before.to()).isEqualTo(day("2026-02-01"));
    }

    @Test
    void isCutWhereTheClockIsChanged() {
        StatsPeriod spring = new StatsPeriod(day("2025-03-30"), day("2025-03-31"), ZoneId.of("Europe/Berlin"));
        assertThat(spring.spans())
                .containsExactly(
                        new Span(Instant.parse("2025-03-29T23:00:00Z"), Instant.parse("2025-03-30T01:00:00Z"), 3600),
                        new Span(Instant.parse("2025-03-30T01:00:00Z"), Instant.parse("2025-03-30T22:00:00Z"), 7200));
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertRefused("from", Map.of("from", "2026-03-11"));
        assertRefused("from", Map.of("from", "2008-12-31"));
        assertRefused("from", Map.of("from", "2026-02-30"));
        assertRefused("from", Map.of("from", "2010-01-01", "to", "2026-01-01"));
        assertRefused("to", Map.of("from", "2026-01-01", "to", "2026-01-01"));
        assertRefused("to", Map.of("to", "2026-01-01T00:00:00Z"));
        assertRefused("to", Map.of("to", "2030-01-01"));
        assertRefused("tz", Map.of("tz", "+05:37"));
        assertRefused("tz", Map.of("tz", "Mars/Olympus"));
    }

    /** What activity is counted by must not be cut by any zone's midnight. */
    @Test
    void everyZonesDaysBeginOnAQuarter() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            day("2009-01-01")
                    .datesUntil(day("2030-01-01"))
                    .forEach(day -> assertThat(day.atStartOfDay(zone).toEpochSecond() % Quarter.SECONDS)
                            .as("%s %s", id, day)
                            .isZero());
        }
    }

    @Test
    void theSpansOfAPeriodFillIt() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            StatsPeriod period = new StatsPeriod(day("2024-01-01"), day("2026-01-01"), ZoneId.of(id));
            assertThat(period.spans().stream()
                            .map(span -> Duration.between(span.begins(), span.ends()))
                            .reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(Duration.between(period.begins(), period.ends()));
        }
    }

    private static StatsPeriod period(Map<String, String> query) {
        LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        query.forEach(values::add);
        return StatsPeriod.of(new Parameters(values, StatsRequest.PARAMETERS), NOW);
    }

    private static void assertRefused(String parameter, Map<String, String> query) {
        assertThatThrownBy(() -> period(query))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(parameter + " ");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
