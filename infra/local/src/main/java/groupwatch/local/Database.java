package groupwatch.local;

import groupwatch.servers.PostgresServer;
import groupwatch.servers.ServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The database and its two roles: one owns the schema and migrates it, the other reads and writes at run time and owns nothing. The
 * passwords are set at every start, so that the secrets folder is the one truth.
 */
final class Database {

    static final String NAME = "groupwatch";
    static final String MIGRATION_ROLE = "groupwatch_migration";
    static final String RUN_TIME_ROLE = "groupwatch_store";

    private static final String SCHEMA = "store";

    private Database() {}

    static void prepare(PostgresServer postgres, Secrets secrets) {
        postgres.createDatabase(NAME);
        try (var connection = postgres.connect(NAME)) {
            role(connection, MIGRATION_ROLE, secrets.migrationPassword());
            role(connection, RUN_TIME_ROLE, secrets.storePassword());
            grant(connection);
        } catch (SQLException e) {
            throw new ServerException("The database's roles could not be made: " + e.getMessage(), e);
        }
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

    private static void grant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC",
                    "GRANT CREATE, CONNECT, TEMPORARY ON DATABASE " + NAME + " TO " + MIGRATION_ROLE,
                    "GRANT CONNECT ON DATABASE " + NAME + " TO " + RUN_TIME_ROLE,
                    "CREATE SCHEMA IF NOT EXISTS " + SCHEMA + " AUTHORIZATION " + MIGRATION_ROLE)) {
                statement.execute(sql);
            }
        }
    }
}
