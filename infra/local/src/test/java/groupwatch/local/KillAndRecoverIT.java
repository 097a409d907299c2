package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.bench.Kept;
import groupwatch.bench.Load;
import groupwatch.bench.SuiteProcess;
import groupwatch.bench.Webhooks;
import groupwatch.servers.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code infra/bench/kill}: a suite in processes of its own dies by kill -9 under load and loses nothing. */
class KillAndRecoverIT {

    private static final int SENDERS = 8;
    private static final Webhooks WEBHOOKS = new Webhooks("KILL", 10);

    @TempDir
    Path data;

    private final AtomicLong next = new AtomicLong();
    private final Set<String> accepted = Load.nothingYet();
    private SuiteProcess suite;

    @BeforeEach
    void start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var launcher = List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Groupwatch.class.getName());
        suite = SuiteProcess.start(launcher, data, FreePort.find(), FreePort.find());
    }

    @AfterEach
    void end() {
        suite.killIfAlive();
    }

    @Test
    void keepsEveryAcceptedWebhookOnceAndAnnouncesIt() throws Exception {
        try (var load = load()) {
            awaitAccepted(300);
            suite.killAll();
        }
        suite.restart();

        try (var load = load()) {
            surviveTheEndOf("postgresPid");
            surviveTheEndOf("brokerPid");
        }

        var kept = new Kept(suite, WEBHOOKS.run());
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(Kept.missing(accepted, kept.rows().keySet())).isEmpty());
        assertThat(kept.rows().values()).containsOnly(1);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(kept.announcements().keySet())
                        .containsAll(kept.rows().keySet()));
        assertThat(kept.announcements().values()).allMatch(ids -> ids.size() == 1);
        suite.stop();
    }

    /** Without restarting the services. */
    private void surviveTheEndOf(String pid) {
        var before = suite.run().path(pid).asLong();
        suite.kill(pid);
        await().atMost(Duration.ofSeconds(90)).until(() -> suite.run().path(pid).asLong() != before && suite.healthy());
        awaitAccepted(accepted.size() + 200);
    }

    private void awaitAccepted(int count) {
        await().atMost(Duration.ofSeconds(90)).until(() -> accepted.size() >= count);
    }

    private Load load() {
        return Load.start(suite.text("gateway"), suite.text("webhookToken"), WEBHOOKS, next, accepted, SENDERS);
    }
}
