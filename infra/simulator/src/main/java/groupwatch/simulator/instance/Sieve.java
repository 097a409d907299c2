package groupwatch.simulator.instance;

import groupwatch.simulator.wire.Event;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What of an instance's events never leaves it: all that WhatsApp says while the link is deaf, and a share when events get lost. */
public final class Sieve {

    private final Link link;
    private final LongAdder lost = new LongAdder();
    private final LongAdder untold = new LongAdder();
    private volatile Losses losses = Losses.NONE;

    Sieve(Link link) {
        this.link = link;
    }

    public void losses(Losses next) {
        losses = next;
    }

    /** Events that were lost. */
    public long lost() {
        return lost.sum();
    }

    /** Events of a time when the link was deaf. */
    public long untold() {
        return untold.sum();
    }

    boolean passes(Event event, Instant now) {
        if (link.deaf() && event.fromWhatsApp()) {
            untold.increment();
            return false;
        }
        if (losses.takes(event, now)) {
            lost.increment();
            return false;
        }
        return true;
    }
}
