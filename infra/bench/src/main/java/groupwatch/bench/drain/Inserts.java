package groupwatch.bench.drain;

import groupwatch.bench.store.RunningStore;
import groupwatch.servers.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The messages alone, without keys, sightings and raw events, inserted one by one, each committed before the next. */
final class Inserts {

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS copied.inserted (LIKE store.messages INCLUDING ALL)";
    private static final int CONTENT = 12;

    private final PostgresServer postgres;

    Inserts(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** Rows a second over so many connections. */
    double rate(String run, int connections, int rowsOfEach) throws SQLException, InterruptedException {
        var rows = rows(run, connections * rowsOfEach);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < connections; i++) {
                var part = rows.subList(rows.size() * i / connections, rows.size() * (i + 1) / connections);
                work.add(() -> insert(part));
            }
            var begin = System.nanoTime();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            return rows.size() * 1e9 / (System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    private Void insert(List<Object[]> rows) throws SQLException {
        var places = new StringBuilder();
        for (var column = 1; column <= rows.getFirst().length; column++) {
            places.append(column == 1 ? "?" : column == CONTENT ? ", ?::jsonb" : ", ?");
        }
        try (var connection = postgres.connect(RunningStore.DATABASE);
                var insert = connection.prepareStatement("INSERT INTO copied.inserted VALUES (" + places + ")")) {
            for (var row : rows) {
                for (var column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.execute();
            }
        }
        return null;
    }

    private List<Object[]> rows(String run, int count) throws SQLException {
        try (var connection = postgres.connect(RunningStore.DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("TRUNCATE copied.inserted");
            var result = statement.executeQuery(
                    "SELECT * FROM store.messages WHERE id >= '%s' AND id < '%1$sZ' LIMIT %d".formatted(run, count));
            var columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<Object[]>();
            while (result.next()) {
                var row = new Object[columns];
                for (var column = 0; column < columns; column++) {
                    row[column] = column + 1 == CONTENT ? result.getString(CONTENT) : result.getObject(column + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
