package groupwatch.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Which group speaks next, and how soon: those at work more often, and all of them together never long silent. */
record Turns(List<Talk> talks, Random random) {

    private static final double BUSY_MILLIS = 4_500;
    private static final double QUIET_MILLIS = 7_500;

    Talk next(Instant at) {
        double left = random.nextDouble() * total(at);
        for (Talk talk : talks) {
            left -= weight(talk, at);
            if (left < 0) {
                return talk;
            }
        }
        return talks.getLast();
    }

    Duration pause(Instant at) {
        double loudest = talks.stream().mapToInt(Talk::loudness).sum();
        double busy = Math.min(1, 2 * total(at) / loudest);
        double usual = QUIET_MILLIS - busy * (QUIET_MILLIS - BUSY_MILLIS);
        return Duration.ofMillis((long) (usual * (0.6 + 0.8 * random.nextDouble())));
    }

    private double total(Instant at) {
        return talks.stream().mapToDouble(talk -> weight(talk, at)).sum();
    }

    private static double weight(Talk talk, Instant at) {
        boolean asleep = talk.night().isEmpty() && Rhythm.late(talk.room().zone(), at);
        return asleep ? 0 : talk.loudness() * Rhythm.weight(talk.room().zone(), at);
    }
}
