package groupwatch.bench.reports;

import java.util.concurrent.atomic.AtomicInteger;

/** A port of the mail server for one life of one replica: who hands a mail over is known by where it comes in. */
final class MailPort {

    private final int number;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean killed;

    MailPort(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void begun() {
        inHand.incrementAndGet();
    }

    void ended() {
        inHand.decrementAndGet();
    }

    /** Mails that are being handed over. */
    int inHand() {
        return inHand.get();
    }

    /** The replica was killed. */
    void killed() {
        killed = true;
    }

    boolean isKilled() {
        return killed;
    }
}
