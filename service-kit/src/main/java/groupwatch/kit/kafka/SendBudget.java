package groupwatch.kit.kafka;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be on their way to the broker at once. Refuses instead of waiting: nothing piles up in front of it. */
final class SendBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    SendBudget(long limit) {
        this.limit = limit;
    }

    /** A portion larger than the whole budget passes when nothing else is on its way, else it would never. */
    boolean take(long bytes) {
        long before = used.getAndUpdate(now -> fits(now, bytes) ? now + bytes : now);
        return fits(before, bytes);
    }

    private boolean fits(long now, long bytes) {
        return now == 0 || now + bytes <= limit;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}
