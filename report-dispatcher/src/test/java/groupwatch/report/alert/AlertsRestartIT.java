package groupwatch.report.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.report.testing.RunningDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was heard before a restart is told after it, and what was told is not told again. */
class AlertsRestartIT {

    private static final String TO = "--groupwatch.report.alert.recipients=ops@example.com";

    @Test
    void anOutageIsToldOnceAcrossRestarts() {
        RunningDispatcher.Servers servers = RunningDispatcher.servers();
        Outage outage;
        try (RunningDispatcher before = RunningDispatcher.start(servers, TO)) {
            outage = new Outage("the-outage", before.clock().instant(), null, null, null);
            new Links(before, "sales").say(LinkStatus.CLOSED, outage);
        }
        try (RunningDispatcher after = RunningDispatcher.start(servers, TO)) {
            AlertsApi alerts = new AlertsApi(after, servers.smtp());
            after.clock().advance(Duration.ofMinutes(11));
            awaitSubjects(alerts, "WhatsApp link down: sales (since ");

            Instant to = after.clock().instant();
            Links link = new Links(after, "sales");
            link.next(LinkStatus.CLOSED, outage);
            link.say(LinkStatus.OPEN, new Outage(outage.id(), outage.from(), to, null, null));
            after.clock().advance(Duration.ofMinutes(31));
            awaitSubjects(alerts, "WhatsApp link down: sales (since ", "WhatsApp link back: sales (down 11 min)");
        }
    }

    private static void awaitSubjects(AlertsApi alerts, String... starts) {
        await().untilAsserted(() -> {
            List<String> subjects = alerts.subjects("ops@example.com");
            assertThat(subjects).hasSize(starts.length);
            for (int at = 0; at < starts.length; at++) {
                assertThat(subjects.get(at)).startsWith(starts[at]);
            }
        });
    }
}
