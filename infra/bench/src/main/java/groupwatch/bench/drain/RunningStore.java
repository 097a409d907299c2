package groupwatch.bench.drain;

import groupwatch.bench.Wait;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import groupwatch.store.MessageStoreApplication;
import groupwatch.store.database.Migration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A broker, a PostgreSQL that keeps what it commits, and the store in this JVM, set up as the launcher does. The consumer of live
 * messages can be told to stand still and to go on, while everything else stays warm.
 */
final class RunningStore implements AutoCloseable {

    static final String DATABASE = "groupwatch";

    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final ConfigurableApplicationContext service;
    private final BatchConsumer consumer;

    RunningStore(Path folder) {
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase(DATABASE);
        service = MessageStoreApplication.run(arguments().toArray(String[]::new));
        consumer = service.getBean("messageConsumer", BatchConsumer.class);
        var migration = service.getBean(Migration.class);
        Wait.until("the schema is there", Duration.ofSeconds(60), migration::isDone);
    }

    private List<String> arguments() {
        var database = "--groupwatch.store.database.";
        return List.of(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.security.suite-key=only-for-this-run-and-on-loopback-only",
                database + "host=" + postgres.host(),
                database + "port=" + postgres.port(),
                database + "name=" + DATABASE,
                database + "username=groupwatch_store",
                database + "password=" + postgres.password(),
                database + "migration-username=" + postgres.user(),
                database + "migration-password=" + postgres.password());
    }

    void go() {
        consumer.start();
    }

    void stand() {
        consumer.stop();
    }

    KafkaBroker broker() {
        return broker;
    }

    PostgresServer postgres() {
        return postgres;
    }

    @Override
    public void close() {
        service.close();
        broker.close();
        postgres.close();
    }
}
