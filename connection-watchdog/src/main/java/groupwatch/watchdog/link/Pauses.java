package groupwatch.watchdog.link;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long to wait until the next time: doubling up to a ceiling, each a little off, so that accounts do not act together. */
@Component
class Pauses {

    private static final double JITTER = 0.2;
    private static final int SOON_ENOUGH = 10_000;

    private final LinkSettings settings;
    private final IntervalFunction attempts;
    private final IntervalFunction away;

    Pauses(LinkSettings settings) {
        this.settings = settings;
        this.attempts = doubling(settings.firstPause(), settings.longestPause());
        this.away = doubling(
                Duration.ofMillis(Math.min(SOON_ENOUGH, settings.awayPause().toMillis())), settings.awayPause());
    }

    private static IntervalFunction doubling(Duration first, Duration longest) {
        return IntervalFunction.ofExponentialRandomBackoff(first, 2, JITTER, longest);
    }

    /** @param attempt from 1 */
    Duration beforeAttempt(int attempt) {
        return Duration.ofMillis(attempts.apply(attempt));
    }

    /** Until the next look at an Evolution that does not answer. */
    Duration whileAway(int failures) {
        return Duration.ofMillis(away.apply(Math.max(1, failures)));
    }

    Duration whileRefused() {
        return jittered(settings.refusedPause());
    }

    Duration untilCheck() {
        return jittered(settings.check());
    }

    /** Only a person can help: looked at less often. What happens is told at once all the same. */
    Duration untilRareCheck() {
        return jittered(settings.check().multipliedBy(5));
    }

    private static Duration jittered(Duration pause) {
        long off = (long) (pause.toMillis() * JITTER / 2);
        return pause.plusMillis(off == 0 ? 0 : ThreadLocalRandom.current().nextLong(-off, off + 1));
    }
}
