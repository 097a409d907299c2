package groupwatch.kit.kafka;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/** A thread that does one thing after the other, in order. It is woken once for all that is waiting, not for each. */
final class Lane implements Executor {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final Scheduler thread;
    private final int limit;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    /**
     * @param thread a scheduler with one thread; disposed with the lane
     * @param limit how many may wait
     */
    Lane(Scheduler thread, int limit) {
        this.thread = thread;
        this.limit = limit;
    }

    /** @throws RejectedExecutionException when too many wait, or the lane is closed */
    @Override
    public void execute(Runnable work) {
        if (open.get() >= limit || thread.isDisposed()) {
            throw new RejectedExecutionException("full or closed");
        }
        waiting.add(work);
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
            log.error("Work on a lane failed in a way nobody foresaw", unforeseen);
        }
    }

    void close() {
        thread.dispose();
    }
}
