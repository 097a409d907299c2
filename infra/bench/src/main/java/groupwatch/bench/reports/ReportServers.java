package groupwatch.bench.reports;

import groupwatch.bench.process.ServiceProcess;
import groupwatch.kit.testing.TestKey;
import groupwatch.report.testing.FakeSuite;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.nio.file.Path;
import java.util.List;

/** What report dispatchers share: a broker, a PostgreSQL that keeps what it commits, the services they ask, and a key for their secrets. */
final class ReportServers implements AutoCloseable {

    static final String SUITE_KEY = "only-for-this-run-and-on-loopback-only";

    private final Path folder;
    private final int reports;
    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final FakeSuite suite = new FakeSuite();
    private final Path key = TestKey.file();

    /** @param reports how many there may be */
    ReportServers(Path folder, int reports) {
        this.folder = folder;
        this.reports = reports;
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase("groupwatch");
    }

    FakeSuite suite() {
        return suite;
    }

    ReportTables tables() {
        return new ReportTables(postgres);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /**
     * @param name of its log
     * @param mails port of the mail server
     * @param jvm more options of its JVM
     */
    ServiceProcess startDispatcher(String name, int mails, String... jvm) {
        var report = "--groupwatch.report.";
        var database = report + "database.";
        return ServiceProcess.start(
                "groupwatch.report.ReportDispatcherApplication",
                List.of(
                        "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--groupwatch.kafka.partitions=4",
                        "--groupwatch.security.suite-key=" + SUITE_KEY,
                        "--groupwatch.jobs.lease=3s",
                        "--groupwatch.jobs.poll=200ms",
                        report + "zone=UTC",
                        report + "most-reports=" + reports,
                        report + "key-file=" + key,
                        report + "store.url=" + suite.url(),
                        report + "summarizer.url=" + suite.url(),
                        report + "run.look-every=PT1S",
                        report + "email.host=127.0.0.1",
                        report + "email.port=" + mails,
                        report + "email.tls=none",
                        report + "email.from=reports@example.org",
                        database + "host=" + postgres.host(),
                        database + "port=" + postgres.port(),
                        database + "name=groupwatch",
                        database + "username=groupwatch_report",
                        database + "password=" + postgres.password(),
                        database + "migration-username=" + postgres.user(),
                        database + "migration-password=" + postgres.password()),
                List.of(jvm),
                folder.resolve(name + ".log"));
    }

    @Override
    public void close() {
        suite.close();
        broker.close();
        postgres.close();
    }
}
