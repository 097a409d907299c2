package groupwatch.bench.search;

import groupwatch.bench.Wait;
import groupwatch.bench.report.Report;
import groupwatch.bench.store.RunningStore;
import groupwatch.servers.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills the tables with 24 months up to this one, the way a database is filled: COPY first, keys and indices afterwards. */
final class Loading {

    static final int MONTHS = 24;

    private static final String LOCKED = "55P03";
    private static final Duration TABLE_LIMIT = Duration.ofMinutes(1);
    private static final int LINES_AT_ONCE = 500;

    private static final String MESSAGES = """
            COPY store.messages_%s (scope, id, sent_at, chat, is_group, sender_phone, sender_lid, sender_name, from_me, type, text,
                content, content_rank, content_hash, source_topic, source_partition, source_offset, words) FROM STDIN
            """;
    private static final String KEYS = "COPY store.message_keys (scope, id, chat, sent_at) FROM STDIN";
    private static final String SIGHTINGS = """
            COPY store.message_sightings (scope, id, instance, from_me, origin, source_topic, source_partition, source_offset) FROM STDIN
            """;

    private final PostgresServer postgres;
    private final int messages;

    Loading(PostgresServer postgres, int messages) {
        this.postgres = postgres;
        this.messages = messages;
    }

    void run() throws SQLException {
        try (var connection = connect()) {
            groups(connection);
            var indices = new Indices(connection);
            indices.takeOff();
            rows();
            Report.progress("loaded %,d messages; making indices", messages);
            indices.make();
            try (var statement = connection.createStatement()) {
                statement.execute("VACUUM (ANALYZE) store.messages, store.message_keys, store.message_sightings");
                statement.execute("CHECKPOINT");
            }
        }
    }

    /** Each has a language, and is indexed in it. */
    private static void groups(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var number = 0; number < Invented.GROUPS; number++) {
                var group = Invented.group(number);
                var language = Invented.LANGUAGES.get(number % Invented.LANGUAGES.size());
                statement.addBatch("INSERT INTO store.groups (group_jid, source) VALUES ('" + group + "', '')");
                statement.addBatch("INSERT INTO store.group_options (group_jid, language) VALUES ('%s', '%s')"
                        .formatted(group, language));
                statement.addBatch(
                        "INSERT INTO store.search_languages (group_jid, language, since, done) VALUES ('%s', '%s', now(), true)"
                                .formatted(group, language));
            }
            statement.executeBatch();
        }
    }

    private void rows() throws SQLException {
        // what is emptied and filled in one transaction is not written to the log first
        try (var keys = connect();
                var sightings = connect()) {
            var allKeys = begin(keys, "message_keys", KEYS);
            var allSightings = begin(sightings, "message_sightings", SIGHTINGS);
            var first = YearMonth.now(ZoneOffset.UTC).minusMonths(MONTHS - 1);
            for (var month = 0; month < MONTHS; month++) {
                month(month, first.plusMonths(month), allKeys, allSightings);
                Report.progress("month %d of %d", month + 1, MONTHS);
            }
            allKeys.endCopy();
            allSightings.endCopy();
            keys.commit();
            sightings.commit();
        }
    }

    private void month(int number, YearMonth month, CopyIn keys, CopyIn sightings) throws SQLException {
        var name = month.toString().replace('-', '_');
        try (var connection = connect()) {
            Wait.until("there is a table for " + month, TABLE_LIMIT, () -> ensured(connection, month));
            var rows = begin(connection, "messages_" + name, MESSAGES.formatted(name));
            var count = messages / MONTHS;
            var from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            var to = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            var invented = new Invented(number, from, to, count);
            for (var n = 0; n < count; n += LINES_AT_ONCE) {
                some(invented, n, Math.min(count, n + LINES_AT_ONCE), keys, rows, sightings);
            }
            rows.endCopy();
            connection.commit();
        }
    }

    /** The function gives up after a second when a job of the store reads the messages; then it is tried again. */
    private static boolean ensured(Connection connection, YearMonth month) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT store.ensure_message_month('" + month.atDay(1) + "')");
            return true;
        } catch (SQLException error) {
            if (LOCKED.equals(error.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(error);
        }
    }

    private static void some(Invented invented, int from, int to, CopyIn keys, CopyIn rows, CopyIn sightings)
            throws SQLException {
        var all = new StringBuilder[] {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (var n = from; n < to; n++) {
            var lines = invented.next(n);
            all[0].append(lines.key()).append('\n');
            all[1].append(lines.message()).append('\n');
            all[2].append(lines.sighting()).append('\n');
        }
        write(keys, all[0]);
        write(rows, all[1]);
        write(sightings, all[2]);
    }

    private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private static CopyIn begin(Connection connection, String table, String copy) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE store." + table);
        }
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    }

    private Connection connect() throws SQLException {
        return postgres.connect(RunningStore.DATABASE);
    }
}
