package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.bench.Webhooks;
import groupwatch.servers.FreePort;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite in this JVM, as {@code up} runs it. */
class SuiteEndToEndIT {

    private static final Webhooks WEBHOOKS = new Webhooks("E2E", 3);

    @TempDir
    Path data;

    private final Http http = new Http();
    private final StringWriter said = new StringWriter();
    private SuiteOptions options;
    private Suite suite;

    @BeforeEach
    void start() {
        options = new SuiteOptions(new DataFolder(data), FreePort.find(), FreePort.find(), Map.of());
        suite = Suite.prepare(options, new Progress(new PrintWriter(said)));
        suite.start();
    }

    @AfterEach
    void stop() {
        suite.close();
        assertThat(KafkaBroker.leftOver(options.folder().kafka())).isEmpty();
        assertThat(PostgresServer.leftOver(options.folder().postgres())).isEmpty();
        assertThat(options.folder().runFile()).doesNotExist();
    }

    @Test
    void keepsAWebhookReadsItBackAndLetsEachServiceStopAlone() throws Exception {
        var run = suite.runFile();
        assertThat(Files.getPosixFilePermissions(options.folder().runFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(options.folder().secrets().resolve("report-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        assertThat(post(1).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(read(1, run).status()).isEqualTo(200));
        assertThat(read(1, run).body()).contains(WEBHOOKS.id(1));

        suite.services().stop(Service.INGEST_GATEWAY);
        assertThat(post(2).status()).isZero();
        assertThat(read(1, run).status()).isEqualTo(200);

        suite.services().stop(Service.DASHBOARD);
        assertThat(read(1, run).status()).isZero();
        var store = "http://127.0.0.1:" + suite.addresses().messageStore() + "/health";
        assertThat(http.get(store).status()).isEqualTo(200);

        var summarizer = "http://127.0.0.1:" + suite.addresses().summarizer() + "/health";
        assertThat(http.get(summarizer).status()).isEqualTo(200);
        suite.services().stop(Service.SUMMARIZER);
        assertThat(http.get(summarizer).status()).isZero();
        assertThat(http.get(store).status()).isEqualTo(200);

        var dispatcher = "http://127.0.0.1:" + suite.addresses().reportDispatcher() + "/health";
        assertThat(http.get(dispatcher).status()).isEqualTo(200);
        suite.services().stop(Service.REPORT_DISPATCHER);
        assertThat(http.get(dispatcher).status()).isZero();
        var watchdog = "http://127.0.0.1:" + suite.addresses().connectionWatchdog() + "/health";
        assertThat(http.get(watchdog).status()).isEqualTo(200);
        suite.services().stop(Service.CONNECTION_WATCHDOG);
        assertThat(http.get(watchdog).status()).isZero();
        assertThat(http.get(run.mail() + "mails").body()).isEqualTo("{\"items\":[]}");
        suite.services().stop(Service.MAILBOX);
        assertThat(http.get(run.mail() + "mails").status()).isZero();

        suite.services().stop(Service.MESSAGE_STORE);
        assertThat(http.get(store).status()).isZero();
    }

    @Test
    void startsAgainOnItsDataWithTheSameTokens() {
        var before = suite.runFile();
        assertThat(post(7).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(read(7, before).status()).isEqualTo(200));
        suite.close();

        suite = Suite.prepare(options, new Progress(new PrintWriter(said)));
        suite.start();

        var after = suite.runFile();
        assertThat(after.apiToken()).isEqualTo(before.apiToken());
        assertThat(after.webhookToken()).isEqualTo(before.webhookToken());
        assertThat(suite.firstStart()).isFalse();
        assertThat(read(7, after).status()).isEqualTo(200);
    }

    @Test
    void aPageHearsThroughTheEdgeWhatComesAndReadsAGroupInBulk() throws Exception {
        var run = suite.runFile();
        post(1);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(read(1, run).status()).isEqualTo(200));
        var second = LongStream.iterate(2, n -> n + 1)
                .filter(n -> WEBHOOKS.chat(n).equals(WEBHOOKS.chat(1)))
                .findFirst()
                .getAsLong();
        var group = options.api() + "/api/groups/" + WEBHOOKS.chat(1);

        try (var stream = http.lines(group + "/messages/live", run.apiToken())) {
            var lines = stream.iterator();
            await().until(() -> lines.next().equals("event:ready"));
            post(second);
            await().atMost(Duration.ofSeconds(90)).until(() -> lines.next().contains(WEBHOOKS.id(second)));
        }

        try (var export = http.lines(group + "/export?format=ndjson", run.apiToken())) {
            assertThat(export)
                    .hasSize(2)
                    .anyMatch(line -> line.contains(WEBHOOKS.id(1)))
                    .anyMatch(line -> line.contains(WEBHOOKS.id(second)));
        }
    }

    private Http.Answer post(long number) {
        var token = Secrets.in(options.folder().secrets()).webhookToken();
        return http.post(options.gateway() + "/webhook/evolution", token, WEBHOOKS.body(number));
    }

    private Http.Answer read(long number, RunFile run) {
        var path = "/api/messages/" + WEBHOOKS.id(number) + "?chat=" + WEBHOOKS.chat(number);
        return http.get(options.api() + path, run.apiToken());
    }
}
