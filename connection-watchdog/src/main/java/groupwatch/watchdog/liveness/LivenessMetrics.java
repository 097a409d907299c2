package groupwatch.watchdog.liveness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The meters of silences. An account is on the meters of the replica that watches it, and leaves them soon after it is another's. */
@Component
class LivenessMetrics {

    static final String SILENCE = "groupwatch.link.silence.seconds";
    static final String PROBES = "groupwatch.link.probes";

    /** Checks come each minute. */
    private static final Duration UNTIL_FORGOTTEN = Duration.ofMinutes(5);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    LivenessMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    private record Watched(Gauge gauge, Instant silentSince, Instant at) {}

    void silent(String account, Instant since) {
        Instant now = clock.instant();
        watched.compute(account, (id, before) -> new Watched(before == null ? gauge(id) : before.gauge(), since, now));
        watched.forEach((id, other) -> {
            if (other.at().isBefore(now.minus(UNTIL_FORGOTTEN)) && watched.remove(id, other)) {
                meters.remove(other.gauge());
            }
        });
    }

    /** A look at a silence ended: fine, unknown, not-telling, no-answer-from-whatsapp, silent. */
    void probed(String outcome) {
        Counter.builder(PROBES)
                .tag("outcome", outcome)
                .description("Looks at whether a silent link is alive, by what came out")
                .register(meters)
                .increment();
    }

    private Gauge gauge(String account) {
        return Gauge.builder(SILENCE, () -> silence(account))
                .tag("account", account)
                .description("How long nothing has come from an account whose link is open")
                .register(meters);
    }

    private double silence(String account) {
        Watched now = watched.get(account);
        return now == null
                ? Double.NaN
                : Math.max(
                        0, Duration.between(now.silentSince(), clock.instant()).toMillis() / 1000.0);
    }
}
