package groupwatch.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.report.ReportEvent;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.RunningDispatcher;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replicas share what is due; the long form, in which they are killed meanwhile, is a campaign of the bench. */
class ReplicasIT {

    private static final int REPORTS = 30;

    @Test
    void eachReportIsSentOnceByWhicheverReplica() {
        RunningDispatcher.Servers servers = RunningDispatcher.servers();
        try (RunningDispatcher one = RunningDispatcher.start(servers);
                RunningDispatcher other = RunningDispatcher.start(servers)) {
            ReportsApi reports = new ReportsApi(one);
            List<UUID> made = new ArrayList<>();
            List<String> readers = new ArrayList<>();
            String time = LocalTime.ofInstant(one.clock().instant(), ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusMinutes(3)
                    .toString();
            for (int number = 0; number < REPORTS; number++) {
                String reader = ReportsApi.recipient();
                readers.add(reader);
                made.add(reports.add(
                        Map.of(
                                "name", "Morning " + number,
                                "type", "daily_summary",
                                "schedule", "daily",
                                "time", time,
                                "zone", "UTC"),
                        reader));
            }
            Stream.of(one, other).forEach(replica -> replica.clock().advance(Duration.ofMinutes(4)));
            await().untilAsserted(() -> assertThat(made)
                    .allSatisfy(report -> assertThat(one.told(report))
                            .extracting(told -> told.run().outcome())
                            .contains("sent")));
            assertThat(servers.smtp().mails().stream().map(ReceivedMail::to))
                    .containsExactlyInAnyOrderElementsOf(readers);
            assertThat(made)
                    .allSatisfy(report -> assertThat(one.told(report).stream()
                                    .map(ReportEvent::eventId)
                                    .distinct())
                            .hasSize(1));
        }
        servers.broker().kill();
    }
}
