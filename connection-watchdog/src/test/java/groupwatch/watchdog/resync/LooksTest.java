package groupwatch.watchdog.resync;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.kafka.BrokerUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LooksTest {

    @Test
    void whatWasPublishedIsLookedForAboutTenMinutesAltogether() {
        List<Duration> pauses = new ArrayList<>();
        for (int times = 1; times <= Looks.MOST_PUBLICATIONS; times++) {
            int looks = 0;
            pauses.add(Looks.pause(times, looks));
            while (!Looks.isLast(times, looks)) {
                looks++;
                pauses.add(Looks.pause(times, looks));
            }
        }
        assertThat(pauses)
                .hasSize(9)
                .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(5)));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToTenMinutesAndAsLongAsItIsTold() {
        Throwable away = new BrokerUnavailableException("away");
        assertThat(Resync.pause(0, away)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Resync.pause(3, away)).isEqualTo(Duration.ofSeconds(40));
        assertThat(Resync.pause(400, away)).isEqualTo(Duration.ofMinutes(10));
        Throwable told = new EvolutionException(EvolutionException.Kind.TOO_OFTEN, "too often", Duration.ofMinutes(2));
        assertThat(Resync.pause(0, told)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void pagesComeAtAnEvenPaceAndEachAccountHasItsOwn() {
        PagePace pace = new PagePace(settings(600));
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertThat(pace.inTurn("acme", Mono.just(true)).block(Duration.ofSeconds(30)))
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(200));

        PagePace slow = new PagePace(settings(1));
        assertThat(slow.inTurn("acme", Mono.just(true)).block(Duration.ofSeconds(30)))
                .isTrue();
        assertThat(slow.inTurn("acme", Mono.error(new AssertionError("asked"))).block(Duration.ofSeconds(30)))
                .as("not now")
                .isFalse();
        assertThat(slow.inTurn("other", Mono.just(true)).block(Duration.ofSeconds(30)))
                .isTrue();
    }

    private static ResyncSettings settings(int pagesPerMinute) {
        return new ResyncSettings(
                true,
                Duration.ofMinutes(5),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                100,
                pagesPerMinute);
    }
}
