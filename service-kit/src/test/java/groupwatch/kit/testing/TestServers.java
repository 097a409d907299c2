package groupwatch.kit.testing;

import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where the tests' servers come from: child processes from Maven artifacts, or containers with
 * {@code -Dgroupwatch.test.servers=containers} (profile {@code containers}). Started once, ended with this JVM.
 */
final class TestServers {

    private static final boolean CONTAINERS = "containers".equals(System.getProperty("groupwatch.test.servers"));

    private TestServers() {}

    static String broker() {
        if (CONTAINERS) {
            return ContainerServers.broker();
        }
        KafkaBroker broker = ownBroker();
        atEnd(broker::kill);
        return broker.bootstrapServers();
    }

    /** A broker for one test that kills it: always a child process. */
    static KafkaBroker ownBroker() {
        return KafkaBroker.start(BrokerSettings.in(folder("kafka")));
    }

    static TestDatabase.Server postgres() {
        if (CONTAINERS) {
            return ContainerServers.postgres();
        }
        PostgresServer server = PostgresServer.start(PostgresSettings.forTests(folder("postgres")));
        atEnd(server::kill);
        return new TestDatabase.Server(server.host(), server.port(), server.user(), server.password());
    }

    private static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("groupwatch-" + name + "-");
            atEnd(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void atEnd(Runnable cleaning) {
        AtEnd.add(cleaning);
    }
}
