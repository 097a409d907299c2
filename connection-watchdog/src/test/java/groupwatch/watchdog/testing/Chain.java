package groupwatch.watchdog.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.link.LinkState;
import groupwatch.ingest.IngestGatewayApplication;
import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.TestKey;
import groupwatch.servers.FreePort;
import groupwatch.servers.KafkaBroker;
import groupwatch.store.MessageStoreApplication;
import groupwatch.watchdog.ConnectionWatchdogApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The way of a message: an Evolution, the gateway, a broker, the message store, a database; and watchdogs that watch over it. All real but the phones. */
public final class Chain implements AutoCloseable {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final String WEBHOOK_TOKEN = "a-webhook-token-for-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaBroker broker = TestKafka.ownBroker();
    private final TestDatabase database = TestDatabase.create("chain");
    private final Path objects = folder();
    private final Path key = TestKey.file();
    private final int gatewayPort = FreePort.find();
    private final RunningSimulator simulator;
    private final ConfigurableApplicationContext store;
    private final List<ConfigurableApplicationContext> watchdogs = new ArrayList<>();
    private ConfigurableApplicationContext gateway;

    private Chain(String... simulatorSettings) {
        simulator = RunningSimulator.start(simulatorSettings);
        gateway = startGateway();
        store = MessageStoreApplication.run(arguments("store", "--groupwatch.objects.folder=" + objects));
        store.getBean(Migration.class).done().block(PATIENCE);
    }

    /** Without a watchdog yet. */
    public static Chain start(String... simulatorSettings) {
        return new Chain(simulatorSettings);
    }

    private ConfigurableApplicationContext startGateway() {
        return IngestGatewayApplication.run(
                "--server.port=" + gatewayPort,
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.objects.folder=" + objects,
                "--groupwatch.ingest.secrets[0]=" + WEBHOOK_TOKEN);
    }

    public void stopGateway() {
        gateway.close();
    }

    public void restartGateway() {
        gateway = startGateway();
    }

    /** @param more as {@code --groupwatch.watchdog.link.check=2s} */
    public ConfigurableApplicationContext watchdog(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--groupwatch.evolution.url=" + simulator.url(),
                "--groupwatch.evolution.key=" + RunningSimulator.KEY,
                "--groupwatch.gateway-url=http://127.0.0.1:" + gatewayPort,
                "--groupwatch.watchdog.setup.webhook-token=" + WEBHOOK_TOKEN,
                "--groupwatch.watchdog.key-file=" + key,
                "--groupwatch.watchdog.store.url=http://127.0.0.1:" + port(store)));
        all.addAll(List.of(more));
        ConfigurableApplicationContext watchdog =
                ConnectionWatchdogApplication.run(arguments("watchdog", all.toArray(String[]::new)));
        watchdog.getBean(Migration.class).done().block(PATIENCE);
        watchdogs.add(watchdog);
        return watchdog;
    }

    private String[] arguments(String service, String... more) {
        String prefix = "--groupwatch." + service + ".database.";
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                prefix + "host=" + database.host(),
                prefix + "port=" + database.port(),
                prefix + "name=" + database.name(),
                prefix + "password=run-time-secret",
                prefix + "migration-username=" + database.username(),
                prefix + "migration-password=" + database.password()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    public RunningSimulator simulator() {
        return simulator;
    }

    public TestDatabase database() {
        return database;
    }

    /** The first watchdog's API, for a caller with all scopes for the next minute. */
    public WebTestClient api() {
        return client(watchdogs.getFirst());
    }

    public WebTestClient store() {
        return client(store);
    }

    private static WebTestClient client(ConfigurableApplicationContext service) {
        String token = service.getBean(SuiteTokens.class).mint(new Caller("test", Set.of("*"), null));
        return anonymous(service)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    public static WebTestClient anonymous(ConfigurableApplicationContext service) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port(service))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
                .build();
    }

    private static String port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** What the topic says of an account, in order; a tombstone is left out. */
    public List<LinkState> told(String account) {
        return new TestKafka(broker.bootstrapServers())
                .readAll(Topics.LINKS).stream()
                        .filter(record -> account.equals(record.key()) && record.value() != null)
                        .map(record -> (LinkState) EventCodec.read(record.value()))
                        .toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("groupwatch-chain");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watchdogs.forEach(ConfigurableApplicationContext::close);
        gateway.close();
        store.close();
        simulator.close();
        broker.kill();
    }
}
