package groupwatch.servers;

import java.nio.file.Path;

/**
 * How a PostgreSQL is run.
 *
 * @param folder its data, password and log; initialised when new
 * @param port where clients connect on 127.0.0.1; 0 takes a free one
 * @param durability what a commit means
 * @param maxConnections the sum of all pools, and a few for people who look
 */
public record PostgresSettings(Path folder, int port, Durability durability, int maxConnections) {

    private static final int TEST_CONNECTIONS = 100;
    private static final int LOCAL_CONNECTIONS = 30;

    public PostgresSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** One for tests: fast, and roomy enough for several application contexts. */
    public static PostgresSettings forTests(Path folder) {
        return new PostgresSettings(folder, 0, Durability.FAST, TEST_CONNECTIONS);
    }

    /** One that keeps what it was given. */
    public static PostgresSettings durable(Path folder) {
        return new PostgresSettings(folder, 0, Durability.DURABLE, LOCAL_CONNECTIONS);
    }

    public PostgresSettings onPort(int port) {
        return new PostgresSettings(folder, port, durability, maxConnections);
    }

    Path data() {
        return folder.resolve("data");
    }
}
