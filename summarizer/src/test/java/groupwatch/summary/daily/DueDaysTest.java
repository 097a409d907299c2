package groupwatch.summary.daily;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.plan.Plan;
import groupwatch.summary.write.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** When a day is due, by the clock of its group. */
class DueDaysTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void aDayIsDueAtItsTimeOnTheNextByTheClockOfTheGroup() {
        // 01:59 and 02:00 in São Paulo
        assertThat(last("2026-11-29T04:59:00Z")).isEqualTo("2026-11-27");
        assertThat(last("2026-11-29T05:00:00Z")).isEqualTo("2026-11-28");
    }

    @Test
    void daysAreMadeUpForThatCameDueWhileNobodyLooked() {
        assertThat(due("2026-11-29T12:00:00Z").days(LONG_AGO))
                .hasSize(7)
                .startsWith(LocalDate.parse("2026-11-22"))
                .endsWith(LocalDate.parse("2026-11-28"));
    }

    @Test
    void aGroupThatIsNewBeginsWithTheDayBefore() {
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        assertThat(due("2026-11-29T12:00:00Z").days(now)).containsExactly(LocalDate.parse("2026-11-28"));
        assertThat(due("2026-11-29T04:00:00Z").days(Instant.parse("2026-11-29T04:00:00Z")))
                .isEmpty();
    }

    /** On the day the clocks go forward in New York there is no half past two. */
    @Test
    void aTimeThatDoesNotExistIsAnHourLater() {
        DueDays due = new DueDays(
                plan(ZoneId.of("America/New_York"), "02:30"),
                Instant.parse("2026-03-08T08:00:00Z"),
                Duration.ofDays(7));
        assertThat(due.lastRun()).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(due.days(LONG_AGO)).endsWith(LocalDate.parse("2026-03-07"));
    }

    @Test
    void theDaySoFarIsDueAtTheLastOfItsTimesThatHasCome() {
        assertThat(due("2026-11-29T14:59:00Z").soFar()).isEmpty();
        assertThat(due("2026-11-29T15:00:00Z").soFar()).contains(LocalTime.NOON);
        assertThat(due("2026-11-29T23:00:00Z").soFar()).contains(LocalTime.of(18, 0));
    }

    private static LocalDate last(String now) {
        return due(now).days(LONG_AGO).getLast();
    }

    private static DueDays due(String now) {
        return new DueDays(plan(SAO_PAULO, "02:00"), Instant.parse(now), Duration.ofDays(7));
    }

    private static Plan plan(ZoneId zone, String at) {
        return new Plan(
                true,
                Locale.ENGLISH,
                Length.NORMAL,
                LocalTime.parse(at),
                zone,
                1,
                List.of(LocalTime.NOON, LocalTime.of(18, 0)));
    }
}
