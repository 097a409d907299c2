package groupwatch.kit.kafka;

import groupwatch.kit.kafka.TailSignal.Arrived;
import groupwatch.kit.kafka.TailSignal.Lost;
import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one follower has not taken yet. When it is full, what comes is dropped until the follower has taken all there is;
 * then it hears that something is lost. One thread offers, one polls.
 */
final class TailQueue extends AbstractQueue<TailSignal> {

    private final Queue<TailSignal> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final int most;
    private final long mostBytes;
    private volatile boolean lost;

    TailQueue(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Always true: a full queue is no error, it is told to the follower. */
    @Override
    public boolean offer(TailSignal signal) {
        boolean full = count.get() >= most || bytes.get() >= mostBytes;
        if (lost || full || signal instanceof Lost) {
            lost = true;
        } else {
            count.incrementAndGet();
            bytes.addAndGet(size(signal));
            waiting.add(signal);
        }
        return true;
    }

    @Override
    public @Nullable TailSignal poll() {
        TailSignal next = waiting.poll();
        if (next != null) {
            count.decrementAndGet();
            bytes.addAndGet(-size(next));
            return next;
        }
        if (lost) {
            lost = false;
            return new Lost();
        }
        return null;
    }

    @Override
    public @Nullable TailSignal peek() {
        TailSignal next = waiting.peek();
        return next == null && lost ? new Lost() : next;
    }

    private static long size(TailSignal signal) {
        return signal instanceof Arrived arrived ? arrived.record().value().length : 0;
    }

    @Override
    public boolean isEmpty() {
        return waiting.isEmpty() && !lost;
    }

    @Override
    public int size() {
        return count.get() + (lost ? 1 : 0);
    }

    @Override
    public Iterator<TailSignal> iterator() {
        return waiting.iterator();
    }
}
