package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.watchdog.link.Signal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is to be seen of links: the state of those watched here, checks, and what was done to bring them back. */
@Component
class LinkMetrics {

    private final MeterRegistry meters;
    private final MultiGauge states;
    private final Map<String, LinkStatus> shown = new ConcurrentHashMap<>();

    LinkMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.states = MultiGauge.builder("groupwatch.link.state")
                .description("1 for the state that an account's link is in")
                .register(meters);
    }

    /** Those of others are theirs to show. */
    void only(Set<String> accounts) {
        if (shown.keySet().retainAll(accounts)) {
            register();
        }
    }

    void show(String account, LinkStatus status) {
        if (shown.put(account, status) != status) {
            register();
        }
    }

    private void register() {
        List<Row<?>> rows = shown.entrySet().stream()
                .<Row<?>>map(entry -> Row.of(
                        Tags.of(
                                "account",
                                entry.getKey(),
                                "state",
                                entry.getValue().wire()),
                        1))
                .toList();
        states.register(rows, true);
    }

    void looked(Signal signal) {
        meters.counter("groupwatch.link.checks", "outcome", signal instanceof Signal.Looked ? "answered" : "failed")
                .increment();
    }

    /** @param how connect, restart */
    void revived(String how) {
        meters.counter("groupwatch.link.reconnects", "how", how).increment();
    }
}
