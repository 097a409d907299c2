package groupwatch.watchdog.watch;

import groupwatch.kit.evolution.Fence;
import groupwatch.watchdog.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * An account's lease as this process knows it. Its end is counted from before the renewal was sent, by a clock that nobody sets and that goes
 * on while the process is frozen; so it is never later than the row's.
 */
final class Hold implements Fence {

    private volatile Account account;
    private final Sinks.Empty<Void> lost = Sinks.empty();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Object> calling = new AtomicReference<>();
    private final Map<String, Instant> dutyPauses = new ConcurrentHashMap<>();
    private volatile long until;
    private volatile Instant next = Instant.MIN;
    private volatile Instant errorPause = Instant.MIN;

    Hold(Account account, long until) {
        this.account = account;
        this.until = until;
    }

    Account account() {
        return account;
    }

    /** Somebody changed it. */
    void account(Account changed) {
        account = changed;
    }

    @Override
    public boolean isOpen() {
        return until - System.nanoTime() > 0;
    }

    Duration left() {
        return Duration.ofNanos(until - System.nanoTime());
    }

    void extend(long end) {
        until = end;
    }

    /** It is another's, or nobody's: what is under way is cut off. */
    void lose() {
        until = System.nanoTime();
        lost.tryEmitEmpty();
    }

    Mono<Void> lost() {
        return lost.asMono();
    }

    /** Whether the account is to be attended to now; if so, nobody else does until {@link #rest}. */
    boolean take(Instant now) {
        return !next.isAfter(now) && !errorPause.isAfter(now) && busy.compareAndSet(false, true);
    }

    /** Nobody attends to it any more; only when nobody does just now, so that no call is cut off that Evolution still works at. */
    boolean retire() {
        return busy.compareAndSet(false, true);
    }

    /** One call at a time: whether this one may begin. */
    boolean beginCall(Object call) {
        return calling.compareAndSet(null, call);
    }

    /** The same again, or after the next one has begun, changes nothing. */
    void endCall(Object call) {
        calling.compareAndSet(call, null);
    }

    void rest() {
        busy.set(false);
    }

    void attendAt(Instant time) {
        next = time;
    }

    /** Whatever happens, not before that. */
    void pauseUntil(Instant time) {
        errorPause = time;
    }

    /** Something happened. */
    void ring() {
        next = Instant.MIN;
    }

    boolean isDutyDue(String duty, Instant now) {
        return !dutyPauses.getOrDefault(duty, Instant.MIN).isAfter(now);
    }

    Instant nextDuty(List<String> duties) {
        return duties.stream()
                .map(duty -> dutyPauses.getOrDefault(duty, Instant.MIN))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    void pauseDuty(String duty, Instant until) {
        dutyPauses.put(duty, until);
    }
}
