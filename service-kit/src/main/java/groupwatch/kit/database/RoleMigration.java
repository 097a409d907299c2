package groupwatch.kit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The run-time role with its password, made when the migration role may make roles. Where it may not, an administrator
 * has made it.
 */
final class RoleMigration {

    private RoleMigration() {}

    static void ensure(String url, Owner owner, ServiceDatabase database) {
        if (owner.username().equals(database.username())) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, owner.username(), owner.password())) {
            if (mayMakeRoles(connection)) {
                make(connection, database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The role " + database.username() + " could not be made: " + e, e);
        }
    }

    private static boolean mayMakeRoles(Connection connection) throws SQLException {
        return ask(connection, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user", null);
    }

    private static void make(Connection connection, ServiceDatabase database) throws SQLException {
        boolean there = ask(connection, "SELECT count(*) > 0 FROM pg_roles WHERE rolname = ?", database.username());
        try (Statement statement = connection.createStatement()) {
            statement.execute((there ? "ALTER ROLE " : "CREATE ROLE ")
                    + statement.enquoteIdentifier(database.username(), true)
                    + " LOGIN PASSWORD "
                    + statement.enquoteLiteral(database.settings().password()));
        }
    }

    private static boolean ask(Connection connection, String sql, @Nullable String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (argument != null) {
                statement.setString(1, argument);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
