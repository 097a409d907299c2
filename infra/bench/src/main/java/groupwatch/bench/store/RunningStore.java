package groupwatch.bench.store;

import groupwatch.bench.Wait;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.FreePort;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import groupwatch.store.MessageStoreApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A broker, a PostgreSQL that keeps what it commits, and the store in this JVM, set up as the launcher does. The consumer of live
 * messages can be told to stand still and to go on, while everything else stays warm.
 */
public final class RunningStore implements AutoCloseable {

    public static final String DATABASE = "groupwatch";

    private static final String KEY = "only-for-this-run-and-on-loopback-only";

    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final ConfigurableApplicationContext service;
    private final int port = FreePort.find();
    private final BatchConsumer consumer;

    public RunningStore(Path folder) {
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase(DATABASE);
        service = MessageStoreApplication.run(arguments(folder).toArray(String[]::new));
        consumer = service.getBean("messageConsumer", BatchConsumer.class);
        var migration = service.getBean(Migration.class);
        Wait.until("the schema is there", Duration.ofSeconds(60), migration::isDone);
    }

    private List<String> arguments(Path folder) {
        var database = "--groupwatch.store.database.";
        return List.of(
                "--server.port=" + port,
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.security.suite-key=" + KEY,
                "--groupwatch.objects.folder=" + folder.resolve("objects"),
                database + "host=" + postgres.host(),
                database + "port=" + postgres.port(),
                database + "name=" + DATABASE,
                database + "username=groupwatch_store",
                database + "password=" + postgres.password(),
                database + "migration-username=" + postgres.user(),
                database + "migration-password=" + postgres.password());
    }

    public void go() {
        consumer.start();
    }

    public void stand() {
        consumer.stop();
    }

    /** Where its API answers. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A token for the next minute, good for all messages. */
    public String token() {
        return new SuiteTokens(new SecuritySettings(KEY), Clock.systemUTC()).mint(Caller.service("bench", Scopes.ALL));
    }

    public KafkaBroker broker() {
        return broker;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    @Override
    public void close() {
        service.close();
        broker.close();
        postgres.close();
    }
}
