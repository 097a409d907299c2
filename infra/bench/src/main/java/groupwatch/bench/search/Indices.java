package groupwatch.bench.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the keys and indices off the tables that are loaded, and makes them anew afterwards, exactly as they were. */
final class Indices {

    static final List<String> TABLES = List.of("messages", "message_keys", "message_sightings");

    private static final String KEYS = """
            SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE contype = 'p' AND conrelid = 'store.%s'::regclass
            """;

    private static final String OTHERS = """
            SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
            WHERE indrelid = 'store.%s'::regclass AND NOT indisprimary
            """;

    private final Connection connection;
    private final List<String> making = new ArrayList<>();

    Indices(Connection connection) {
        this.connection = connection;
    }

    void takeOff() throws SQLException {
        var dropping = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                var keys = statement.executeQuery(KEYS.formatted(table));
                while (keys.next()) {
                    dropping.add("ALTER TABLE %s DROP CONSTRAINT %s".formatted(keys.getString(1), keys.getString(2)));
                    making.add("ALTER TABLE %s ADD CONSTRAINT %s %s"
                            .formatted(keys.getString(1), keys.getString(2), keys.getString(3)));
                }
                var others = statement.executeQuery(OTHERS.formatted(table));
                while (others.next()) {
                    dropping.add("DROP INDEX " + others.getString(1));
                    // of a table with partitions it says ONLY, which would leave them without
                    making.add(others.getString(2).replace(" ON ONLY ", " ON "));
                }
            }
            for (var sql : dropping) {
                statement.execute(sql);
            }
        }
    }

    void make() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '256MB'");
            for (var sql : making) {
                statement.execute(sql);
            }
        }
    }
}
