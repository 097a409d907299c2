package groupwatch.watchdog.link;

import groupwatch.events.EventId;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outages follow the state: one begins when a link that was open once is not, and ends when it is open, whatever came between. */
final class Outing {

    private Outing() {}

    static LinkRecord follow(LinkRecord before, LinkRecord after, Signal signal, Instant now) {
        boolean up = after.status() == LinkStatus.OPEN;
        Outage outage = after.link().outage();
        boolean lasts = outage != null && outage.to() == null;
        if (up && outage != null && lasts) {
            return after.outage(new Outage(outage.id(), outage.from(), now, null, null));
        }
        if (!up && !lasts && after.memory().linkedOnce()) {
            Instant from = begun(before, signal, now);
            return after.outage(
                    new Outage(EventId.of("outage", after.link().account(), from.toString()), from, null, null, null));
        }
        return after;
    }

    /** For a link that only seemed to be open: when the last event came, but not before it was opened. */
    private static Instant begun(LinkRecord before, Signal signal, Instant now) {
        if (signal instanceof Signal.Judged judged && judged.verdict() instanceof Verdict.Dead dead) {
            return later(dead.silentSince(), before.memory().openSince());
        }
        return now;
    }

    private static Instant later(Instant time, @Nullable Instant other) {
        return other != null && other.isAfter(time) ? other : time;
    }
}
