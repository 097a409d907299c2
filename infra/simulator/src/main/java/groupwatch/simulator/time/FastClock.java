package groupwatch.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Begins at the moment it is made and runs so many times as fast as the real one. */
final class FastClock extends Clock {

    private final Clock real;
    private final Instant start;
    private final int speed;

    FastClock(Clock real, int speed) {
        this(real, real.instant(), speed);
    }

    private FastClock(Clock real, Instant start, int speed) {
        this.real = real;
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, real.instant()).multipliedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new FastClock(real.withZone(zone), start, speed);
    }
}
