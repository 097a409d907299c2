package groupwatch.simulator.time;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Waits by the simulator's clock. What a request takes (time limits, slow answers) is real time and does not go through here. */
public final class Delays {

    private final int speed;

    /** @param speed seconds that pass in one */
    public Delays(int speed) {
        this.speed = speed;
    }

    public Mono<Void> of(Duration duration) {
        return Mono.delay(real(duration)).then();
    }

    public Mono<Void> of(Duration duration, Scheduler scheduler) {
        return Mono.delay(real(duration), scheduler).then();
    }

    private Duration real(Duration duration) {
        return duration.dividedBy(speed);
    }
}
