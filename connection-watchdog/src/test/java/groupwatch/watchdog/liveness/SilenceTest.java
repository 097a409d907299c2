package groupwatch.watchdog.liveness;

import static groupwatch.watchdog.liveness.Weeks.FAMILY;
import static groupwatch.watchdog.liveness.Weeks.OFFICE;
import static groupwatch.watchdog.liveness.Weeks.PAUSING;
import static groupwatch.watchdog.liveness.Weeks.QUIET;
import static groupwatch.watchdog.liveness.Weeks.WORLDWIDE;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.watchdog.liveness.Silence.Before;
import groupwatch.watchdog.liveness.Silence.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rhythms of accounts, checked each minute of a stretch of time as the watchdog does it. */
class SilenceTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LivenessProperties SETTINGS = new LivenessProperties(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            3,
            20,
            Duration.ofMinutes(15),
            20,
            Duration.ofHours(1),
            Duration.ofSeconds(8),
            true);

    /** A Monday. */
    private static final Instant BEGIN = at("2026-02-02T00:00");

    /** What a stretch of checks came to, with a gateway that has nothing new and a WhatsApp that answers. */
    private record Watched(
            int asked,
            int looked,
            int alarms,
            @Nullable Duration firstAsked,
            @Nullable Duration firstAlarm) {}

    static Stream<Arguments> nothingIsWrong() {
        Weeks office = weeks(OFFICE, "2026-03-09T00:00");
        Weeks family = weeks(FAMILY, "2026-03-09T00:00");
        Weeks quiet = weeks(QUIET, "2026-03-09T00:00");
        return Stream.of(
                Arguments.of("a quiet night of a busy office", office, "2026-03-04T18:00", "2026-03-05T08:00"),
                Arguments.of("the working day of a busy office", office, "2026-03-05T08:00", "2026-03-05T18:00"),
                Arguments.of("the weekend of a busy office", office, "2026-03-06T17:30", "2026-03-09T00:00"),
                Arguments.of("a quiet night of a family", family, "2026-03-04T22:00", "2026-03-05T07:00"),
                Arguments.of("a day and an evening of a family", family, "2026-03-05T07:00", "2026-03-05T22:00"),
                Arguments.of("the weekend of a family", family, "2026-03-07T00:00", "2026-03-09T00:00"),
                Arguments.of("a quiet night of a quiet account", quiet, "2026-03-04T22:00", "2026-03-05T08:00"),
                Arguments.of("the day of a quiet account", quiet, "2026-03-05T08:00", "2026-03-05T22:00"),
                Arguments.of(
                        "a holiday of a busy office",
                        weeks(OFFICE, "2026-03-09T00:00").without(at("2026-03-05T00:00"), at("2026-03-06T00:00")),
                        "2026-03-04T18:00",
                        "2026-03-06T09:00"),
                Arguments.of(
                        "a holiday of a busy office, on which somebody says good morning",
                        weeks(OFFICE, "2026-03-09T00:00")
                                .without(at("2026-03-05T00:00"), at("2026-03-06T00:00"))
                                .with(local -> 60, at("2026-03-05T10:00"), at("2026-03-05T10:03")),
                        "2026-03-04T18:00",
                        "2026-03-06T09:00"),
                Arguments.of(
                        "a group that pauses for half an hour now and then",
                        weeks(PAUSING, "2026-03-09T00:00"),
                        "2026-03-04T08:00",
                        "2026-03-06T20:00"),
                Arguments.of(
                        "a long holiday of a busy office",
                        weeks(OFFICE, "2026-03-09T00:00").without(at("2026-03-03T00:00"), at("2026-03-09T00:00")),
                        "2026-03-02T17:00",
                        "2026-03-09T00:00"),
                Arguments.of(
                        "clocks put forward, an office that begins an hour earlier in UTC",
                        weeks(OFFICE, "2026-03-31T00:00"),
                        "2026-03-29T20:00",
                        "2026-03-30T20:00"),
                Arguments.of(
                        "clocks put back, an office that begins an hour later in UTC",
                        new Weeks(LISBON).with(OFFICE, at("2026-09-21T00:00"), at("2026-10-27T00:00")),
                        "2026-10-25T20:00",
                        "2026-10-26T20:00"),
                Arguments.of(
                        "the second day of an office's account",
                        new Weeks(LISBON).with(OFFICE, at("2026-03-03T08:00"), at("2026-03-05T00:00")),
                        "2026-03-04T00:00",
                        "2026-03-04T23:00"),
                Arguments.of(
                        "the first Saturday of an office's account",
                        new Weeks(LISBON).with(OFFICE, at("2026-03-04T08:00"), at("2026-03-09T00:00")),
                        "2026-03-06T17:00",
                        "2026-03-07T23:00"),
                Arguments.of(
                        "one burst on a quiet account, then silence",
                        weeks(QUIET, "2026-03-04T20:00")
                                .with(local -> 1200, at("2026-03-04T20:00"), at("2026-03-04T20:05")),
                        "2026-03-04T20:05",
                        "2026-03-05T08:00"),
                Arguments.of(
                        "one burst on an account that is new, then silence",
                        new Weeks(LISBON).with(local -> 1200, at("2026-03-04T20:00"), at("2026-03-04T20:05")),
                        "2026-03-04T20:05",
                        "2026-03-05T22:00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nothingIsWrong")
    void callsNoLinkDeadThatIsNot(String what, Weeks weeks, String from, String to) {
        assertThat(watch(weeks, at(from), at(to)).alarms()).as(what).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nothingIsWrong")
    void asksRarelyMoreThanOnceInFiveMinutes(String what, Weeks weeks, String from, String to) {
        Watched watched = watch(weeks, at(from), at(to));
        long fiveMinutes = Duration.between(at(from), at(to)).dividedBy(Duration.ofMinutes(5));
        assertThat(watched.asked() + watched.looked())
                .as(what + " " + watched)
                .isLessThanOrEqualTo((int) (fiveMinutes * 1.2) + 20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quietNights")
    void asksWhatsAppNothingInAQuietNight(String what, Weeks weeks) {
        Watched night = watch(weeks, at("2026-03-05T00:30"), at("2026-03-05T06:30"));
        assertThat(night.asked()).as(what).isZero();
        assertThat(night.looked()).as("looks into the store, each five minutes").isBetween(60, 73);
    }

    static Stream<Arguments> quietNights() {
        return Stream.of(
                Arguments.of("office", weeks(OFFICE, "2026-03-09T00:00")),
                Arguments.of("quiet account", weeks(QUIET, "2026-03-09T00:00")));
    }

    static Stream<Arguments> theLinkDies() {
        return Stream.of(
                Arguments.of("a busy office in the morning", OFFICE, "2026-03-05T09:40"),
                Arguments.of("a busy office just before it closes", OFFICE, "2026-03-05T17:30"),
                Arguments.of("a busy office just after it has opened", OFFICE, "2026-03-05T08:12"),
                Arguments.of("a group that never sleeps, at night", WORLDWIDE, "2026-03-05T03:20"));
    }

    /** By then WhatsApp was asked, and Evolution what it has. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("theLinkDies")
    void noticesADeadLinkOfAnActiveAccountWithinFiveMinutes(String what, Weeks.Rate rate, String died) {
        Weeks weeks = weeks(rate, died);
        assertThat(watch(weeks, at(died), at(died).plus(Duration.ofHours(1))).firstAsked())
                .as(what)
                .isLessThanOrEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void callsALinkDeadThatIsSilentForNoReasonAndThatOncePerHour() {
        Weeks weeks = weeks(WORLDWIDE, "2026-03-05T03:20");
        Watched watched = watch(weeks, at("2026-03-05T03:20"), at("2026-03-05T05:30"));
        assertThat(watched.firstAlarm()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(21));
        assertThat(watched.alarms()).isEqualTo(2);
    }

    @Test
    void callsAnOfficesLinkDeadThatIsCutOffInTheMorning() {
        Weeks weeks = weeks(OFFICE, "2026-03-05T10:30");
        Watched watched = watch(weeks, at("2026-03-05T10:30"), at("2026-03-05T11:30"));
        assertThat(watched.firstAlarm()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(21));
    }

    @Test
    void doesNothingBeforeTwoMinutes() {
        Weeks weeks = weeks(WORLDWIDE, "2026-03-05T03:20");
        Instant died = weeks.lastHeard(at("2026-03-05T03:20"));
        Rhythm rhythm = weeks.rhythm(died);
        Before before = new Before(null, null, null);
        assertThat(new Silence(died, died.plusSeconds(119), rhythm, before).next(SETTINGS))
                .isEqualTo(Step.NOTHING);
        assertThat(new Silence(died, died.plusSeconds(120), rhythm, before).next(SETTINGS))
                .isEqualTo(Step.ASK);
    }

    /** Each minute, as a watchdog would. */
    private static Watched watch(Weeks weeks, Instant from, Instant to) {
        int asked = 0;
        int looked = 0;
        int alarms = 0;
        Duration firstAsked = null;
        Duration firstAlarm = null;
        Before before = new Before(null, null, null);
        Rhythm rhythm = weeks.rhythm(to);
        for (Instant now = from; now.isBefore(to); now = now.plusSeconds(60)) {
            Instant since = weeks.lastHeard(now);
            Silence silence = new Silence(since, now, rhythm, before);
            Step step = silence.next(SETTINGS);
            asked += step == Step.ASK ? 1 : 0;
            looked += step == Step.LOOK ? 1 : 0;
            if (step != Step.NOTHING) {
                before = new Before(now, before.silentAt(), null);
            }
            if (step == Step.ASK && firstAsked == null) {
                firstAsked = Duration.between(from, now);
            }
            if (step == Step.ASK && silence.isTooLong(SETTINGS)) {
                alarms++;
                before = new Before(before.lookedAt(), now, null);
                firstAlarm = firstAlarm == null ? Duration.between(from, now) : firstAlarm;
            }
        }
        return new Watched(asked, looked, alarms, firstAsked, firstAlarm);
    }

    private static Weeks weeks(Weeks.Rate rate, String until) {
        return new Weeks(LISBON).with(rate, BEGIN, at(until));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LISBON).toInstant();
    }
}
