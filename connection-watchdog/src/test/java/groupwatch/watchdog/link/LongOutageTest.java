package groupwatch.watchdog.link;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.evolution.ConnectAnswer;
import groupwatch.kit.evolution.EvolutionException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day in which nothing gets better, minute for minute on a clock that jumps: how often Evolution is asked. */
class LongOutageTest {

    /**
     * @param answer what becomes of what is planned
     * @param looks most checks of that day
     * @param actions most connects and restarts
     */
    record Day(String name, Walk from, BiFunction<Walk, Plan, Walk> answer, LinkStatus status, int looks, int actions) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Day> days() {
        return Stream.of(
                new Day(
                        "Evolution does not answer",
                        Walk.open(),
                        (walk, plan) -> walk.failed(Kind.AWAY),
                        LinkStatus.GATEWAY_DOWN,
                        1_700,
                        0),
                new Day(
                        "Evolution does not take the key",
                        Walk.open(),
                        (walk, plan) -> walk.failed(Kind.KEY_REFUSED),
                        LinkStatus.GATEWAY_DOWN,
                        60,
                        0),
                new Day(
                        "Evolution asks for patience",
                        Walk.open(),
                        (walk, plan) -> walk.with(new Signal.Failed(Kind.TOO_OFTEN, Duration.ofMinutes(1))),
                        LinkStatus.OPEN,
                        1_500,
                        0),
                new Day(
                        "the instance is gone and is not made again",
                        Walk.open(),
                        (walk, plan) -> walk.failed(Kind.NO_INSTANCE),
                        LinkStatus.MISSING,
                        350,
                        0),
                new Day(
                        "the session cannot be taken up",
                        Walk.open().ended(500),
                        (walk, plan) -> plan == Plan.CONNECT
                                ? walk.answered(new ConnectAnswer.Refused("Connection Failure"))
                                : walk.looked("close"),
                        LinkStatus.CLOSED,
                        1_700,
                        200),
                new Day(
                        "connects fail on the way",
                        Walk.open().ended(500),
                        (walk, plan) -> plan == Plan.CONNECT ? walk.failed(Kind.REFUSED) : walk.looked("close"),
                        LinkStatus.CLOSED,
                        1_700,
                        200),
                new Day(
                        "it connects and connects",
                        Walk.open().connecting(),
                        (walk, plan) ->
                                plan == Plan.RESTART ? walk.with(new Signal.Restarted()) : walk.looked("connecting"),
                        LinkStatus.CONNECTING,
                        1_700,
                        200),
                new Day(
                        "it is dead, and restarts do not help",
                        Walk.open(),
                        (walk, plan) -> plan == Plan.RESTART
                                ? walk.with(new Signal.Restarted()).connecting().opened()
                                : walk.looked("open").dead(Duration.ofMinutes(4)),
                        LinkStatus.DEGRADED,
                        3_000,
                        200),
                new Day(
                        "logged out, and nobody links it again",
                        Walk.open().with(new Signal.LoggedOut()),
                        (walk, plan) -> walk.looked("close", "5511999990000@s.whatsapp.net", 401, false),
                        LinkStatus.LOGGED_OUT,
                        350,
                        0),
                new Day(
                        "restricted",
                        Walk.open().ended(403),
                        (walk, plan) -> walk.looked("close", "5511999990000@s.whatsapp.net", 403, false),
                        LinkStatus.RESTRICTED,
                        350,
                        0));
    }

    @ParameterizedTest
    @MethodSource("days")
    void asksEvolutionABoundedNumberOfTimes(Day day) {
        Walk walk = day.from();
        Instant end = walk.now().plus(Duration.ofDays(1));
        Map<Plan, Integer> asked = new EnumMap<>(Plan.class);
        while (walk.toWhatIsDue().now().isBefore(end)) {
            Plan plan = walk.plan();
            assertThat(plan).as("something is due at %s", walk.now()).isNotEqualTo(Plan.WAIT);
            asked.merge(plan, 1, Integer::sum);
            walk = day.answer().apply(walk, plan);
        }
        System.out.println(day + ": " + asked + " in 24 hours");
        assertThat(walk.status()).isEqualTo(day.status());
        assertThat(asked.getOrDefault(Plan.LOOK, 0)).isLessThanOrEqualTo(day.looks());
        assertThat(asked.getOrDefault(Plan.CONNECT, 0) + asked.getOrDefault(Plan.RESTART, 0))
                .isLessThanOrEqualTo(day.actions());
    }
}
