package groupwatch.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Time that passes faster. */
class FastClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void runsAsManyTimesAsFastFromTheMomentItWasMade() {
        var now = new AtomicReference<>(START);
        var clock = new FastClock(settable(now), 60);

        assertThat(clock.instant()).isEqualTo(START);
        now.set(START.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void waitsAsManyTimesShorter() {
        StepVerifier.withVirtualTime(() -> new Delays(60).of(Duration.ofMinutes(10)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(9_999))
                .thenAwait(Duration.ofMillis(1))
                .verifyComplete();
    }

    private static Clock settable(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
