package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the services are told, and what the person may say otherwise. */
class ServicePropertiesTest {

    private static final Addresses ADDRESSES = new Addresses(8086, 8082, 1, 2, 6, 7, 10, 3, 4, 5, 8, 9);
    private static final Secrets SECRETS = new Secrets(
            "api",
            "hook",
            "key",
            Map.of(
                    "store",
                    "stored",
                    "media",
                    "filed",
                    "summary",
                    "summed",
                    "report",
                    "reported",
                    "watchdog",
                    "watched"),
            "migration",
            "simulator",
            Path.of("/keys/report-key"),
            Path.of("/keys/watchdog-key"),
            Path.of("/keys/webhook-token"),
            true);

    @Test
    void keepsThePersonsTokensBesideItsOwn() {
        var environment = Map.of(
                "GROUPWATCH_SECURITY_TOKENS_0_NAME", "reader",
                "GROUPWATCH_SECURITY_TOKENS_0_SCOPES_0", "groups:read",
                "GROUPWATCH_CAPTURE_DIRECT_CHATS", "true");

        assertThat(properties(Service.DASHBOARD, List.of(), environment))
                .contains("--groupwatch.security.tokens[0].name=reader")
                .contains("--groupwatch.security.tokens[0].scopes[0]=groups:read")
                .contains("--groupwatch.security.tokens[1].name=local");
    }

    @Test
    void letsThePersonsSettingWinOverItsOwn() {
        assertThat(properties(Service.MESSAGE_STORE, List.of("--groupwatch.kafka.partitions=2"), Map.of()))
                .contains("--groupwatch.kafka.partitions=2")
                .doesNotContain("--groupwatch.kafka.partitions=4");
        assertThat(properties(Service.MESSAGE_STORE, List.of(), Map.of("GROUPWATCH_KAFKA_PARTITIONS", "2")))
                .doesNotContain("--groupwatch.kafka.partitions=4");
    }

    @Test
    void tellsEachServiceItsOwnRoleOnly() {
        assertThat(properties(Service.MESSAGE_STORE, List.of(), Map.of()))
                .contains("--groupwatch.store.database.username=groupwatch_store")
                .contains("--groupwatch.store.database.password=stored")
                .noneMatch(property -> property.contains("filed"));
        assertThat(properties(Service.MEDIA_WORKER, List.of(), Map.of()))
                .contains("--groupwatch.media.database.username=groupwatch_media")
                .contains("--groupwatch.media.database.password=filed");
        assertThat(properties(Service.SUMMARIZER, List.of(), Map.of()))
                .contains("--groupwatch.summary.database.username=groupwatch_summary")
                .contains("--groupwatch.summary.database.password=summed")
                .noneMatch(property -> property.contains("stored") || property.contains("filed"));
        assertThat(properties(Service.INGEST_GATEWAY, List.of(), Map.of()))
                .contains("--groupwatch.ingest.secrets[0]=hook")
                .noneMatch(property -> property.contains("database.password"));
    }

    @Test
    void keepsObjectsInTheDataFolderUnlessThePersonSaysOtherwise() {
        var folder = "--groupwatch.objects.folder="
                + Path.of("data").toAbsolutePath().resolve("objects");

        assertThat(properties(Service.MESSAGE_STORE, List.of(), Map.of())).contains(folder);
        assertThat(properties(Service.MEDIA_WORKER, List.of(), Map.of())).contains(folder);
        assertThat(properties(Service.INGEST_GATEWAY, List.of(), Map.of())).contains(folder);
        assertThat(properties(Service.INGEST_GATEWAY, List.of(), Map.of("GROUPWATCH_OBJECTS_FOLDER", "/mnt/objects")))
                .doesNotContain(folder);
    }

    @Test
    void theMediaWorkerAsksTheSimulatorForFilesInADemoOnly() {
        var options = new SuiteOptions(new DataFolder(Path.of("data")), 8086, 8082, Map.of(), true);
        assertThat(new ServiceProperties(options, Map.of()).of(Service.MEDIA_WORKER, ADDRESSES, SECRETS))
                .contains("--groupwatch.evolution.key=simulator")
                .anyMatch(property -> property.startsWith("--groupwatch.evolution.url=http://127.0.0.1:"));
        assertThat(properties(Service.MEDIA_WORKER, List.of(), Map.of()))
                .noneMatch(property -> property.startsWith("--groupwatch.evolution"));
    }

    @Test
    void theSummarizerAsksTheStoreAndTheEdgeFindsTheSummarizer() {
        assertThat(properties(Service.SUMMARIZER, List.of(), Map.of()))
                .contains("--server.port=6")
                .contains("--groupwatch.summary.store.url=http://127.0.0.1:1")
                .contains("--groupwatch.summary.database.pool-size=4");
        assertThat(properties(Service.SUMMARIZER, List.of(), Map.of("GROUPWATCH_SUMMARY_DATABASE_POOLSIZE", "6")))
                .doesNotContain("--groupwatch.summary.database.pool-size=4");
        assertThat(properties(Service.DASHBOARD, List.of(), Map.of()))
                .contains("--groupwatch.dashboard.services.summarizer=http://127.0.0.1:6");
    }

    @Test
    void theReportDispatcherFindsTheServicesItsKeyAndTheMailCatcher() {
        assertThat(properties(Service.REPORT_DISPATCHER, List.of(), Map.of()))
                .contains("--server.port=7")
                .contains("--groupwatch.report.database.username=groupwatch_report")
                .contains("--groupwatch.report.database.password=reported")
                .contains("--groupwatch.report.database.pool-size=4")
                .contains("--groupwatch.report.store.url=http://127.0.0.1:1")
                .contains("--groupwatch.report.summarizer.url=http://127.0.0.1:6")
                .contains("--groupwatch.report.key-file=/keys/report-key")
                .contains("--groupwatch.public-url=http://127.0.0.1:8082")
                .contains("--groupwatch.report.email.host=127.0.0.1", "--groupwatch.report.email.port=9")
                .contains("--groupwatch.report.email.tls=none");
        assertThat(properties(Service.MAILBOX, List.of(), Map.of()))
                .contains("--server.port=8", "--groupwatch.mailbox.smtp.port=9")
                .noneMatch(property -> property.contains("suite-key") || property.contains("kafka"));
        assertThat(properties(Service.DASHBOARD, List.of(), Map.of()))
                .contains("--groupwatch.dashboard.services.report-dispatcher=http://127.0.0.1:7");
        assertThat(properties(
                        Service.REPORT_DISPATCHER,
                        List.of(),
                        Map.of("GROUPWATCH_PUBLIC_URL", "https://groups.example.org")))
                .noneMatch(property -> property.contains("public-url"));
    }

    @Test
    void theWatchdogFindsTheDemosInstanceAndIsFoundByTheEdgeAndTheReports() {
        assertThat(properties(Service.CONNECTION_WATCHDOG, List.of(), Map.of()))
                .contains("--server.port=10")
                .contains("--groupwatch.watchdog.database.pool-size=4")
                .contains("--groupwatch.watchdog.key-file=/keys/watchdog-key")
                .contains("--groupwatch.watchdog.setup.webhook-token-file=/keys/webhook-token")
                .contains("--groupwatch.watchdog.store.url=http://127.0.0.1:1")
                .contains("--groupwatch.gateway-url=http://127.0.0.1:8086");
        assertThat(properties(Service.DASHBOARD, List.of(), Map.of()))
                .contains("--groupwatch.dashboard.services.connection-watchdog=http://127.0.0.1:10");
        assertThat(properties(Service.REPORT_DISPATCHER, List.of(), Map.of()))
                .contains("--groupwatch.report.watchdog.url=http://127.0.0.1:10");
    }

    @Test
    void mailsAreSentOnceThePersonNamesAMailServer() {
        for (var options : List.of(
                options(List.of("--groupwatch.report.email.host=mail.example.org"), Map.of()),
                options(List.of(), Map.of("GROUPWATCH_REPORT_EMAIL_HOST", "mail.example.org")))) {
            assertThat(Service.MAILBOX.isWanted(options)).isFalse();
            assertThat(new ServiceProperties(options, Map.of()).of(Service.REPORT_DISPATCHER, ADDRESSES, SECRETS))
                    .contains("--groupwatch.report.email.host=mail.example.org")
                    .noneMatch(property -> property.startsWith("--groupwatch.report.email.port")
                            || property.startsWith("--groupwatch.report.email.from")
                            || property.startsWith("--groupwatch.report.email.tls"));
        }
        assertThat(Service.MAILBOX.isWanted(options(List.of(), Map.of()))).isTrue();
    }

    @Test
    void aVendorsKeyInTheEnvironmentCostsNothingUnlessThePersonSaysSo() {
        assertThat(properties(Service.SUMMARIZER, List.of(), Map.of("ANTHROPIC_API_KEY", "sk-secret")))
                .noneMatch(property -> property.contains("sk-secret") || property.contains("groupwatch.summary.model"));
    }

    private static String[] properties(Service service, List<String> said, Map<String, String> environment) {
        return new ServiceProperties(options(said, environment), environment).of(service, ADDRESSES, SECRETS);
    }

    private static SuiteOptions options(List<String> said, Map<String, String> environment) {
        return new SuiteOptions(new DataFolder(Path.of("data")), 8086, 8082, Said.by(said, environment));
    }
}
