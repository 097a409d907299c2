package groupwatch.bench.reports;

import groupwatch.servers.PostgresServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The dispatcher's own tables, read by the superuser. */
final class ReportTables {

    private final PostgresServer postgres;

    ReportTables(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** A run as its row says. */
    record RunRow(String id, String report, Instant dueAt, String state) {}

    /**
     * A mail to one recipient as its row says.
     *
     * @param attempts begun
     * @param ended attempts whose end is written down
     * @param brokenOff attempts that ended because their process did
     */
    record DeliveryRow(String recipient, String state, int attempts, int ended, int brokenOff) {}

    /** All reports are due at this time. */
    void due(Instant at) {
        try (var connection = postgres.connect("groupwatch");
                var statement = connection.prepareStatement("UPDATE report.reports SET next_due_at = ?")) {
            statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<RunRow> runs() {
        return rows(
                "SELECT id::text, report_id::text, due_at, state FROM report.runs",
                row -> new RunRow(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)));
    }

    List<DeliveryRow> deliveries() {
        return rows(
                """
                SELECT recipient, state, attempts, (SELECT count(*) FROM report.attempts a
                        WHERE a.run_id = d.run_id AND a.recipient = d.recipient),
                    (SELECT count(*) FROM report.attempts a
                        WHERE a.run_id = d.run_id AND a.recipient = d.recipient AND a.result = 'broken_off')
                FROM report.deliveries d
                """,
                row -> new DeliveryRow(
                        row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)));
    }

    /** Runs that have not ended, or of which the topic was not told. */
    int openRuns() {
        return rows("SELECT id FROM report.runs WHERE ended_at IS NULL OR NOT told", row -> row.getString(1))
                .size();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading) {
        var values = new ArrayList<T>();
        try (var connection = postgres.connect("groupwatch");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(reading.of(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
