package groupwatch.kit.kafka;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A thread that does one thing after the other, in order. It is woken once for all that is waiting, not for each. */
final class SendLane {

    private static final Logger log = LoggerFactory.getLogger(SendLane.class);

    private static final int IDLE_SECONDS = 60;

    private final Scheduler thread;
    private final int limit;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    /** @param limit how many may wait */
    SendLane(String name, int limit) {
        this.thread = Schedulers.newBoundedElastic(1, limit, name, IDLE_SECONDS, true);
        this.limit = limit;
    }

    /** @throws RejectedExecutionException when too many wait, or the lane is closed */
    void run(Runnable send) {
        if (open.get() >= limit || thread.isDisposed()) {
            throw new RejectedExecutionException("full or closed");
        }
        waiting.add(send);
        if (open.getAndIncrement() == 0) {
            thread.schedule(this::drain);
        }
    }

    /** As many as are counted are there; those counted meanwhile are done in the next round. */
    private void drain() {
        int count = open.get();
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                runNext();
            }
            count = open.addAndGet(-count);
        }
    }

    private void runNext() {
        Runnable next = waiting.poll();
        try {
            if (next != null) {
                next.run();
            }
        } catch (RuntimeException unforeseen) {
            log.error("A send failed in a way nobody foresaw", unforeseen);
        }
    }

    void close() {
        thread.dispose();
    }
}
