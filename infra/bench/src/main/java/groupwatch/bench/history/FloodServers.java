package groupwatch.bench.history;

import groupwatch.bench.process.Resources;
import groupwatch.bench.process.ServiceProcess;
import groupwatch.kit.testing.TestKey;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message goes through from a phone to its row, each in a process of its own: an Evolution without phones, gateway, broker, store,
 * PostgreSQL (which keeps what it commits), and the watchdog, which makes the accounts. Settings are those of the launcher, but that direct
 * chats are kept too: else a part of the flood could not be found again.
 */
final class FloodServers {

    static final String SUITE_KEY = "only-for-this-run-and-on-loopback-only";
    static final String EVOLUTION_KEY = "key-of-an-invented-evolution";

    private static final String TOKEN = "only-for-this-run-and-its-webhooks";

    /** What the simulator remembers beside the flood. */
    private static final int OTHERS = 1000;

    private final Path folder;
    private final Resources resources;
    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final ServiceProcess simulator;
    private final ServiceProcess gateway;
    private final ServiceProcess store;
    private final ServiceProcess watchdog;

    /** @param accounts their instances; they are made */
    FloodServers(Path folder, Resources resources, int messages, List<String> accounts, List<String> more) {
        this.folder = folder;
        this.resources = resources;
        broker = resources.add(KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka"))));
        postgres = resources.add(PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres"))));
        postgres.createDatabase("groupwatch");
        simulator = start(
                "simulator.Simulator",
                Map.of(
                        "groupwatch.simulator.api-key",
                        EVOLUTION_KEY,
                        "groupwatch.simulator.store.messages",
                        Integer.toString(messages + OTHERS)),
                // it is to tell later what it told: 1.6 KB a message
                List.of("-Xmx1500m"),
                List.of());
        gateway = start(
                "ingest.IngestGateway", with(suite(), "groupwatch.ingest.secrets[0]", TOKEN), List.of(), List.of());
        store = start("store.MessageStore", database("store"), List.of(), more);
        var watching = database("watchdog");
        watching.put("groupwatch.evolution.url", simulator.uri().toString());
        watching.put("groupwatch.evolution.key", EVOLUTION_KEY);
        watching.put("groupwatch.watchdog.key-file", TestKey.file().toString());
        watching.put("groupwatch.watchdog.setup.webhook-token", TOKEN);
        watching.put("groupwatch.watchdog.store.url", store.uri().toString());
        watching.put("groupwatch.gateway-url", gateway.uri().toString());
        for (var account : accounts) {
            watching.put("groupwatch.watchdog.accounts.names[" + accounts.indexOf(account) + "]", account);
        }
        watchdog = start("watchdog.ConnectionWatchdog", watching, List.of(), List.of());
    }

    private ServiceProcess start(
            String name, Map<String, String> properties, List<String> jvm, List<String> moreProperties) {
        var arguments = new ArrayList<String>();
        properties.forEach((property, value) -> arguments.add("--" + property + "=" + value));
        arguments.addAll(moreProperties);
        return resources.add(ServiceProcess.start(
                "groupwatch." + name + "Application", arguments, jvm, folder.resolve(name + ".log")));
    }

    private Map<String, String> suite() {
        return with(
                Map.of(),
                "groupwatch.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "groupwatch.kafka.partitions",
                "4",
                "groupwatch.security.suite-key",
                SUITE_KEY,
                "groupwatch.objects.folder",
                folder.resolve("objects").toString(),
                "groupwatch.capture.direct-chats",
                "true");
    }

    private Map<String, String> database(String schema) {
        var database = "groupwatch." + schema + ".database.";
        return with(
                suite(),
                database + "host",
                postgres.host(),
                database + "port",
                Integer.toString(postgres.port()),
                database + "name",
                "groupwatch",
                database + "username",
                "groupwatch_" + schema,
                database + "password",
                postgres.password(),
                database + "migration-username",
                postgres.user(),
                database + "migration-password",
                postgres.password(),
                database + "pool-size",
                "4");
    }

    private static Map<String, String> with(Map<String, String> some, String... more) {
        var all = new LinkedHashMap<>(some);
        for (var at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        return all;
    }

    Connection connect() throws SQLException {
        var url = "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/groupwatch";
        return DriverManager.getConnection(url, postgres.user(), postgres.password());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    URI webhooks() {
        return gateway.uri().resolve("/webhook/evolution");
    }

    String webhookToken() {
        return TOKEN;
    }

    URI evolution() {
        return simulator.uri();
    }

    URI watchdog() {
        return watchdog.uri();
    }

    /** The processes whose memory must not grow, by name. */
    Map<String, Long> watched() {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("message-store", store.pid());
        pids.put("ingest-gateway", gateway.pid());
        pids.put("connection-watchdog", watchdog.pid());
        return pids;
    }
}
