package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;

/**
 * When a webhook is tried again, and when not.
 *
 * @param attempts in all
 * @param initial before the second attempt, and the shortest wait there is
 * @param longest wait, before jitter
 * @param jitter share by which a wait differs at most
 */
record RetryPolicy(
        int attempts,
        Duration initial,
        Duration longest,
        boolean exponential,
        double jitter,
        List<Integer> neverRetried) {

    static RetryPolicy of(SimulatorSettings.Webhooks settings) {
        return new RetryPolicy(
                settings.attempts(),
                settings.initialDelay(),
                settings.maxDelay(),
                settings.exponential(),
                settings.jitter(),
                settings.neverRetried());
    }

    /** @param status 0 when there was no answer */
    boolean again(int attempt, int status) {
        return attempt < attempts && !neverRetried.contains(status);
    }

    /**
     * @param attempt the one that failed, from 1
     * @param random from 0 to 1
     */
    Duration delay(int attempt, double random) {
        if (!exponential) {
            return initial;
        }
        var doubled = initial.toNanos() * Math.pow(2, attempt - 1.0);
        var wait = Math.min(doubled, longest.toNanos()) * (1 + jitter * (2 * random - 1));
        return Duration.ofNanos((long) Math.max(wait, initial.toNanos()));
    }
}
