package groupwatch.local;

import groupwatch.servers.PostgresServer;
import groupwatch.servers.ServerException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database and its roles: one owns the schemas and migrates them; each service has its own that reads and writes its schema at run time
 * and owns nothing. The passwords are set at every start, so that the secrets folder is the one truth.
 */
final class Database {

    static final String NAME = "groupwatch";
    static final String MIGRATION_ROLE = "groupwatch_migration";

    private Database() {}

    static void prepare(PostgresServer postgres, Secrets secrets) {
        postgres.createDatabase(NAME);
        try (var connection = postgres.connect(NAME)) {
            role(connection, MIGRATION_ROLE, secrets.migrationPassword());
            execute(
                    connection,
                    "REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC",
                    "GRANT CREATE, CONNECT, TEMPORARY ON DATABASE " + NAME + " TO " + MIGRATION_ROLE);
            for (var service : Service.values()) {
                if (service.schema() != null) {
                    prepare(connection, service.schema(), secrets);
                }
            }
        } catch (SQLException e) {
            throw new ServerException("The database's roles could not be made: " + e.getMessage(), e);
        }
    }

    /** The role that reads and writes a schema at run time. */
    static String role(String schema) {
        return "groupwatch_" + schema;
    }

    private static void prepare(Connection connection, String schema, Secrets secrets) throws SQLException {
        role(connection, role(schema), secrets.password(schema));
        execute(
                connection,
                "GRANT CONNECT ON DATABASE " + NAME + " TO " + role(schema),
                "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + MIGRATION_ROLE);
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        try (var exists = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                statement.execute("CREATE ROLE " + name + " LOGIN");
            }
            statement.execute("ALTER ROLE " + name + " PASSWORD " + statement.enquoteLiteral(password));
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
