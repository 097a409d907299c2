package groupwatch.store.partition;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.database.Migration;
import groupwatch.kit.database.Routine;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.TestStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Partitions come into being on demand, whoever asks, and while others read and write. */
@WithPostgres
@Timeout(60)
class PartitionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static TestStore store;
    private static Partitions partitions;

    @BeforeAll
    static void start(TestDatabase database) {
        store = TestStore.on(database);
        store.get(Migration.class).done().block(PATIENCE);
        partitions = store.get(Partitions.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void aMessageOf2016GetsItsMonth() throws SQLException {
        partitions.ensure(Set.of(YearMonth.of(2016, 3))).block(PATIENCE);
        insert("old", "2016-03-31T23:59:59.999999Z");
        assertThat(tableOf("old")).isEqualTo("messages_2016_03");
    }

    @Test
    void wrongClocksLiveInTheDefaultPartition() throws SQLException {
        YearMonth far = YearMonth.now().plusMonths(14);
        partitions
                .ensure(Set.of(YearMonth.of(1970, 1), YearMonth.of(2008, 12), far))
                .block(PATIENCE);
        insert("epoch", "1970-01-01T00:00:00Z");
        insert("future", far.atDay(1) + "T00:00:00Z");
        assertThat(tableOf("epoch")).isEqualTo("messages_default");
        assertThat(tableOf("future")).isEqualTo("messages_default");
    }

    @Test
    void whatTheDefaultPartitionHoldsOfAMonthMovesAlong() throws SQLException {
        insert("early", "2010-05-17T08:00:00Z");
        assertThat(tableOf("early")).isEqualTo("messages_default");
        partitions.ensure(Set.of(YearMonth.of(2010, 5))).block(PATIENCE);
        assertThat(tableOf("early")).isEqualTo("messages_2010_05");
    }

    @Test
    void eightConnectionsMayAskForTheSameMonthsAtOnce() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> calls = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> ask("SELECT bool_and(store.ensure_message_month(d::date)) "
                        + "FROM generate_series('2011-01-01'::date, '2012-12-01', '1 month') d")));
            }
            for (Future<?> call : calls) {
                assertThat(call.get()).isEqualTo("t");
            }
        }
        assertThat(ask("SELECT count(*) FROM pg_class WHERE relname ~ '^messages_201[12]_..$'"))
                .isEqualTo("24");
    }

    @Test
    void attachingLetsReadersAndWritersOfOtherMonthsGoOn() throws Exception {
        partitions.ensure(Set.of(YearMonth.of(2017, 1))).block(PATIENCE);
        try (Connection reader = runTime();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            // a long transaction that has read one month, and so holds a lock on the parent
            reading.execute("SELECT * FROM store.messages WHERE sent_at >= '2017-01-01Z' AND sent_at < '2017-02-01Z'");
            long begin = System.nanoTime();
            partitions.ensure(Set.of(YearMonth.of(2017, 2))).block(PATIENCE);
            insert("meanwhile", "2017-01-15T00:00:00Z");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            reader.rollback();
        }
        assertThat(tableOf("meanwhile")).isEqualTo("messages_2017_01");
    }

    @Test
    void waitsForAReaderOfTheDefaultPartitionWithoutHoldingUpOthers() throws Exception {
        try (Connection reader = runTime();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT * FROM store.messages");
            var ensuring = partitions.ensure(Set.of(YearMonth.of(2018, 7))).toFuture();
            long begin = System.nanoTime();
            // behind the waiting attachment this would wait for as long as the reader takes
            assertThat(ask("SELECT count(*) >= 0 FROM store.messages")).isEqualTo("t");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            reader.rollback();
            ensuring.get();
        }
        insert("after", "2018-07-01T00:00:00Z");
        assertThat(tableOf("after")).isEqualTo("messages_2018_07");
    }

    @Test
    void theRunTimeRoleMayNotTouchTables() throws SQLException {
        assertThat(ask("SELECT has_schema_privilege('store', 'CREATE')")).isEqualTo("f");
        assertThat(ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'store' AND tableowner = current_user"))
                .isEqualTo("0");
    }

    @Test
    void theMonthsAheadAreThere() throws SQLException {
        new PartitionJob(store.get(Routine.class), partitions, java.time.Clock.systemUTC())
                .createAhead()
                .block(PATIENCE);
        for (int ahead = 0; ahead <= 3; ahead++) {
            String table = "messages_"
                    + YearMonth.now(java.time.ZoneOffset.UTC)
                            .plusMonths(ahead)
                            .toString()
                            .replace('-', '_');
            assertThat(ask("SELECT to_regclass('store." + table + "') IS NOT NULL"))
                    .isEqualTo("t");
        }
    }

    private static void insert(String id, String sentAt) throws SQLException {
        execute("""
                INSERT INTO store.messages (scope, id, sent_at, chat, is_group, sender_phone, sender_lid, sender_name, from_me,
                    type, content, content_rank, content_hash, source_topic, source_partition, source_offset)
                VALUES ('s', '%s', '%s', 'c', true, '', '', '', false, 'text', '{}', 0, '', 't', 0, 0)""".formatted(id, sentAt));
    }

    private static String tableOf(String id) throws SQLException {
        return ask("SELECT relname FROM store.messages m JOIN pg_class ON pg_class.oid = m.tableoid WHERE id = '" + id
                + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = runTime();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = runTime();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection runTime() throws SQLException {
        return DriverManager.getConnection(store.database().jdbcUrl(), "groupwatch_store", "run-time-secret");
    }
}
