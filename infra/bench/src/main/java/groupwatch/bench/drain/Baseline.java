package groupwatch.bench.drain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * What the store has written of one run, row for row, copied into tables with the same columns, defaults and indices: all in one
 * transaction, from files, table by table.
 */
final class Baseline {

    /** Those that get a row for each message. Names, people and groups get a few, and are left out. */
    private static final List<String> TABLES = List.of("message_keys", "messages", "message_sightings", "raw_events");

    private final Connection connection;
    private final Path folder;

    Baseline(Connection connection, Path folder) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA copied");
            for (var table : TABLES) {
                statement.execute("CREATE TABLE copied.%1$s (LIKE store.%1$s INCLUDING ALL)".formatted(table));
            }
        }
    }

    /** Seconds until the rows of the run are committed. */
    double copy(String run) throws SQLException, IOException {
        var files = dump(run);
        connection.setAutoCommit(false);
        try {
            var begin = System.nanoTime();
            for (var file : files.entrySet()) {
                load(file.getKey(), file.getValue());
            }
            connection.commit();
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void load(String table, Path file) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY copied." + table + " FROM STDIN", in, 1 << 16);
        }
    }

    private Map<String, Path> dump(String run) throws SQLException, IOException {
        var files = new LinkedHashMap<String, Path>();
        for (var table : TABLES) {
            var file = folder.resolve(table + ".copy");
            var id = table.equals("raw_events") ? "message_id" : "id";
            try (var out = Files.newOutputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT * FROM store.%s WHERE %s >= '%s' AND %2$s < '%3$sZ') TO STDOUT"
                                        .formatted(table, id, run),
                                out);
            }
            files.put(table, file);
        }
        return files;
    }
}
