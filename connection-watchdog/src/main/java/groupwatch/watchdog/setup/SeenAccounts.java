package groupwatch.watchdog.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What this replica saw of the accounts it watches. For warnings alone: another replica that takes over begins anew, and warns somewhat later.
 */
@Component
class SeenAccounts {

    /** An account that was not looked at for so long is another replica's, or nobody's. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Map<String, Seen> accounts = new ConcurrentHashMap<>();
    private final Clock clock;

    SeenAccounts(Clock clock) {
        this.clock = clock;
    }

    Seen of(String account) {
        return accounts.getOrDefault(account, Seen.NOTHING);
    }

    /** Emits what is remembered from now on. */
    Seen change(String account, UnaryOperator<Seen> change) {
        Instant now = clock.instant();
        accounts.values().removeIf(seen -> seen.at().plus(FORGOTTEN).isBefore(now));
        return accounts.compute(
                account,
                (id, seen) -> change.apply(seen == null ? Seen.NOTHING : seen).at(now));
    }
}
