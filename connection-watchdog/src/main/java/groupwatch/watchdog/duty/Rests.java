package groupwatch.watchdog.duty;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Until when nothing is due for an account, so that the database is not asked. Of an account that is not known here, anything may be. */
public final class Rests {

    private final Map<String, Rest> rests = new ConcurrentHashMap<>();

    private record Rest(Instant since, Instant until) {

        /** A clock that was set back ends it. */
        boolean lastsAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    public boolean isResting(String account, Instant now) {
        Rest rest = rests.get(account);
        return rest != null && rest.lastsAt(now);
    }

    public void rest(String account, Instant now, Instant until) {
        rests.put(account, new Rest(now, until));
    }

    /** Something is due then. */
    public void wakeAt(String account, Instant time) {
        rests.computeIfPresent(
                account, (known, rest) -> time.isBefore(rest.until()) ? new Rest(rest.since(), time) : rest);
    }

    public void wake(String account) {
        rests.remove(account);
    }
}
