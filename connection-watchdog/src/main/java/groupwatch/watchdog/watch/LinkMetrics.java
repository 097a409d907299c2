package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.watchdog.link.Signal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    void show(Collection<Hold> holds, String account, LinkStatus status) {
        Set<String> held = holds.stream().map(hold -> hold.account().id()).collect(Collectors.toSet());
        boolean gone = shown.keySet().retainAll(held);
        if (shown.put(account, status) != status || gone) {
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
