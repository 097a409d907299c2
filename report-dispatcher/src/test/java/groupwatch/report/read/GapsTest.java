package groupwatch.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GapsTest {

    private static final Period WEEK = new Period(
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 11, 22),
            Instant.parse("2026-11-16T00:00:00Z"),
            Instant.parse("2026-11-23T00:00:00Z"),
            ZoneOffset.UTC);

    private final Gaps gaps = new Gaps(Set.of(), WEEK);

    private void told(String account, String day, int filledIn, String from, String to) {
        gaps.and(JsonMapper.shared().readTree("""
                        {"account":"%s","day":"%s","filledIn":%d,"missing":0,"upSeconds":1,"webhook":5,"history":2,"asOf":"2026-11-23T00:00:00Z",
                         "down":[{"from":"%s","to":"%s"}]}""".formatted(account, day, filledIn, from, to)));
    }

    @Test
    void anOutageThatGoesOnPastMidnightIsOne() {
        told("norte", "2026-11-18", 5, "2026-11-18T22:00:00Z", "2026-11-19T00:00:00Z");
        told("sul", "2026-11-18", 1, "2026-11-18T23:00:00Z", "2026-11-18T23:30:00Z");
        told("norte", "2026-11-19", 7, "2026-11-19T00:00:00Z", "2026-11-19T01:30:00Z");
        told("norte", "2026-11-20", 0, "2026-11-20T01:30:00Z", "2026-11-20T02:00:00Z");

        Coverage coverage = gaps.coverage();
        assertThat(coverage.filledIn()).isEqualTo(13);
        assertThat(coverage.down())
                .containsExactly(
                        down("norte", "2026-11-18T22:00:00Z", "2026-11-19T01:30:00Z"),
                        down("sul", "2026-11-18T23:00:00Z", "2026-11-18T23:30:00Z"),
                        down("norte", "2026-11-20T01:30:00Z", "2026-11-20T02:00:00Z"));
    }

    @Test
    void daysBeforeAndAfterAreOfNoConcern() {
        told("norte", "2026-11-15", 5, "2026-11-15T22:00:00Z", "2026-11-15T23:00:00Z");
        told("norte", "2026-11-23", 5, "2026-11-23T22:00:00Z", "2026-11-23T23:00:00Z");

        assertThat(gaps.coverage()).isEqualTo(Coverage.WHOLE);
    }

    private static Down down(String account, String from, String to) {
        return new Down(account, Instant.parse(from), Instant.parse(to));
    }
}
