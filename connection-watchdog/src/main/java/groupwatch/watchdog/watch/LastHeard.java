package groupwatch.watchdog.watch;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** When an account's last message or group event came. */
public interface LastHeard {

    /** Empty: never. */
    Mono<Instant> lastOf(String account);
}
