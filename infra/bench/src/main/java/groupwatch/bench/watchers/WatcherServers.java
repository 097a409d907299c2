package groupwatch.bench.watchers;

import groupwatch.bench.process.ServiceProcess;
import groupwatch.kit.testing.TestKey;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What watchdogs share: a broker, a PostgreSQL that keeps what it commits, a simulator and a gateway in processes of their own. */
final class WatcherServers implements AutoCloseable {

    static final String SUITE_KEY = "only-for-this-run-and-on-loopback-only";
    static final String SIMULATOR_KEY = "only-for-this-run";

    private static final String WEBHOOK_TOKEN = "only-for-this-run";
    private static final String MEMORY = "-Xmx192m";

    /** Starting is most of what they do. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Path folder;
    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final ServiceProcess simulator;
    private final ServiceProcess gateway;
    private final Path key = TestKey.file();
    private final int accounts;
    private final double checkSeconds;

    /**
     * @param accounts how many there may be
     * @param checkSeconds how often each is looked at
     */
    WatcherServers(Path folder, int accounts, double checkSeconds) {
        this.folder = folder;
        this.accounts = accounts;
        this.checkSeconds = checkSeconds;
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase("groupwatch");
        simulator = ServiceProcess.start(
                "groupwatch.simulator.SimulatorApplication",
                List.of("--groupwatch.simulator.api-key=" + SIMULATOR_KEY),
                List.of(MEMORY),
                folder.resolve("simulator.log"));
        gateway = ServiceProcess.start(
                "groupwatch.ingest.IngestGatewayApplication",
                List.of(
                        "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--groupwatch.kafka.partitions=4",
                        "--groupwatch.objects.folder=" + folder.resolve("objects"),
                        "--groupwatch.ingest.secrets[0]=" + WEBHOOK_TOKEN),
                List.of(MEMORY),
                folder.resolve("gateway.log"));
    }

    URI simulator() {
        return simulator.uri();
    }

    PostgresServer postgres() {
        return postgres;
    }

    /**
     * With the times of production, but for the check.
     *
     * @param watcher what it calls itself towards Evolution; also the name of its log
     */
    ServiceProcess startWatchdog(String watcher) {
        var watchdog = "--groupwatch.watchdog.";
        var database = watchdog + "database.";
        return ServiceProcess.start(
                "groupwatch.watchdog.ConnectionWatchdogApplication",
                List.of(
                        "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--groupwatch.kafka.partitions=4",
                        "--groupwatch.security.suite-key=" + SUITE_KEY,
                        "--groupwatch.gateway-url=" + gateway.uri(),
                        "--groupwatch.evolution.url=" + simulator.uri(),
                        "--groupwatch.evolution.key=" + SIMULATOR_KEY,
                        "--groupwatch.evolution.watcher=" + watcher,
                        watchdog + "key-file=" + key,
                        watchdog + "setup.webhook-token=" + WEBHOOK_TOKEN,
                        watchdog + "accounts.limit=" + accounts,
                        watchdog + "link.check=" + Math.round(checkSeconds * 1000) + "ms",
                        watchdog + "resync.enabled=false",
                        // nobody is there, and nobody is asked
                        watchdog + "store.url=http://127.0.0.1:9",
                        database + "host=" + postgres.host(),
                        database + "port=" + postgres.port(),
                        database + "name=groupwatch",
                        database + "username=groupwatch_watchdog",
                        database + "password=" + postgres.password(),
                        database + "migration-username=" + postgres.user(),
                        database + "migration-password=" + postgres.password()),
                List.of(MEMORY, SHORT_LIVED),
                folder.resolve(watcher + ".log"));
    }

    @Override
    public void close() {
        gateway.close();
        simulator.close();
        broker.close();
        postgres.close();
    }
}
