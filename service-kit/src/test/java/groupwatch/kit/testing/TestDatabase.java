package groupwatch.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database on the shared PostgreSQL.
 *
 * @param username of the superuser, who also makes the roles a test needs
 */
public record TestDatabase(String host, int port, String name, String username, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where the shared server listens. */
    record Server(String host, int port, String user, String password) {}

    private static final class Shared {
        static final Server SERVER = TestServers.postgres();
    }

    /** A new database whose name begins with the given word. */
    public static TestDatabase create(String word) {
        Server server = Shared.SERVER;
        String name = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_" + COUNT.incrementAndGet();
        TestDatabase database = new TestDatabase(server.host(), server.port(), name, server.user(), server.password());
        database.in("postgres", "CREATE DATABASE " + name);
        return database;
    }

    public String jdbcUrl() {
        return jdbcUrl(name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** A connection of the superuser, for looking at rows. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username, password);
    }

    /** Runs one statement as the superuser. */
    public void execute(String sql) {
        in(name, sql);
    }

    private void in(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database), username, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "TestDatabase[" + name + "]";
    }
}
