package groupwatch.kit.kafka;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where callers go on when the broker has acknowledged: off the producer's network thread, so that what they do next does not hold up
 * the other acknowledgements. Those come in bursts, and one wake-up serves a burst.
 */
final class Acknowledgements implements Executor {

    private final Lane[] lanes = IntStream.range(0, Schedulers.DEFAULT_POOL_SIZE)
            .mapToObj(number -> new Lane(Schedulers.newParallel("acknowledged-" + number, 1, true), Integer.MAX_VALUE))
            .toArray(Lane[]::new);

    private final AtomicInteger next = new AtomicInteger();
    private final Scheduler scheduler = Schedulers.fromExecutor(this);

    Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public void execute(Runnable work) {
        lanes[Math.floorMod(next.getAndIncrement(), lanes.length)].execute(work);
    }

    void close() {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
