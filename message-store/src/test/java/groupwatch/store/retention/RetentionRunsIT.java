package groupwatch.store.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that die, that meet, and that meet writers. */
@WithPostgres
class RetentionRunsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final String GROUP = "120363000000000101@g.us";
    private static final String OTHER = "120363000000000102@g.us";
    private static final Instant OLD = Instant.parse("2025-02-10T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private final OldWebhooks webhooks = new OldWebhooks();
    private TestStore store;
    private ApplyRetention retention;
    private RetentionLease lease;

    @BeforeEach
    void start() {
        store = TestStore.on(
                TestDatabase.create("retention_runs"),
                "groupwatch.store.retention.messages=30d",
                "groupwatch.store.database.pool-size=8");
        retention = store.get(ApplyRetention.class);
        lease = store.get(RetentionLease.class);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void aRunThatDiesInTheMiddleLeavesWholeRowsAndIsGoneOnWith() throws SQLException {
        store.clock().set(OLD);
        List<IncomingRecord> all = old(1300);
        all.add(webhooks.text(OTHER, "NEW", NOW));
        store(all);
        store.clock().set(NOW);
        // its third batch fails
        store.database().execute("""
                CREATE FUNCTION store.fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF new.messages > 1000 THEN RAISE EXCEPTION 'told to fail'; END IF; RETURN new; END $$""");
        store.database()
                .execute(
                        "CREATE TRIGGER fail BEFORE UPDATE ON store.retention_run FOR EACH ROW EXECUTE FUNCTION store.fail()");
        assertThatThrownBy(this::run).hasMessageContaining("told to fail");
        assertThat(ask("SELECT count(*) FROM store.messages")).isBetween(301L, 1300L);
        assertWhole();
        store.database().execute("DROP FUNCTION store.fail() CASCADE");
        RetentionRun last = lease.last().block(PATIENCE);
        assertThat(last).isNotNull();
        assertThat(last.running()).isFalse();
        assertThat(last.finishedAt()).isNull();
        RetentionRun next = run();
        assertThat(last.messages() + next.messages()).isEqualTo(1300);
        assertThat(next.finishedAt()).isNotNull();
        assertThat(next.months()).containsExactly("2025-02");
        assertThat(Contents.keys(store.database()))
                .singleElement()
                .extracting(key -> key.id())
                .isEqualTo("NEW");
        assertWhole();
    }

    @Test
    void aRunOutOfTimeSaysThatSomethingIsLeft() {
        store.clock().set(OLD);
        store(old(10));
        store.clock().set(NOW);
        RetentionRun hurried = retention.run(NEVER, Duration.ZERO).block(PATIENCE);
        assertThat(hurried.finishedAt()).isNull();
        assertThat(hurried.running()).isFalse();
        assertThat(hurried.messages()).isZero();
        assertThat(run().messages()).isEqualTo(10);
    }

    @Test
    void oneRunsAtATimeAndWhoseLeaseIsLostDeletesNothingMore() throws SQLException {
        store.clock().set(OLD);
        store(old(10));
        store.clock().set(NOW);
        String holder = lease.claim(NEVER).block(PATIENCE);
        assertThat(retention.run(NEVER, LONG).block(PATIENCE)).isNull();
        assertThat(ask("SELECT count(*) FROM store.messages")).isEqualTo(10);
        // it does not go on for so long that it counts as dead
        store.database().execute("UPDATE store.retention_run SET held_until = now() - interval '1 second'");
        assertThat(run().messages()).isEqualTo(10);
        assertThatThrownBy(() -> lease.goOn(holder, 1, 0, List.of()).block(PATIENCE))
                .isInstanceOf(RetentionLease.LostException.class);
    }

    @Test
    void theScheduleRunsOnceANight() {
        store.clock().set(NOW);
        assertThat(retention.run(RetentionJob.lastNight(NOW), LONG).block(PATIENCE))
                .isNotNull();
        assertThat(retention.run(RetentionJob.lastNight(NOW), LONG).block(PATIENCE))
                .isNull();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        store.clock().set(tomorrow);
        assertThat(retention.run(RetentionJob.lastNight(tomorrow), LONG).block(PATIENCE))
                .isNotNull();
        assertThat(RetentionJob.lastNight(Instant.parse("2025-06-01T01:59:59Z")))
                .isEqualTo("2025-05-31T02:00:00Z");
        assertThat(RetentionJob.lastNight(Instant.parse("2025-06-01T02:00:00Z")))
                .isEqualTo("2025-06-01T02:00:00Z");
    }

    @Test
    void writersAndRunsNeitherBlockEachOtherForEverNorLoseAnything() throws Exception {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("RetentionRunsIT: -Dgroupwatch.seed=" + seed);
        for (int round = 0; round < 3; round++) {
            Contents.empty(store.database());
            store.clock().set(OLD);
            store(old(1500));
            store.clock().set(NOW);
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
                List<Future<List<String>>> written = new ArrayList<>();
                for (int writer = 0; writer < 3; writer++) {
                    Random random = new Random(seed + 10L * round + writer);
                    String name = "N" + round + "_" + writer + "_";
                    written.add(writers.submit(() -> write(name, random, over)));
                }
                try {
                    assertThat(run().messages()).isEqualTo(1500);
                } finally {
                    over.set(true);
                }
                List<String> expected = new ArrayList<>();
                for (Future<List<String>> one : written) {
                    expected.addAll(one.get());
                }
                assertThat(expected).as("seed %d", seed).isNotEmpty();
                assertThat(Contents.keys(store.database()))
                        .extracting(key -> key.id())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
            assertWhole();
        }
    }

    /** New messages, and what happens now to old ones, in any order, until it is over. */
    private List<String> write(String name, Random random, AtomicBoolean over) {
        List<String> messages = new ArrayList<>();
        while (!over.get()) {
            List<IncomingRecord> batch = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String target = "OLD" + random.nextInt(1500);
                String group = random.nextBoolean() ? GROUP : OTHER;
                Instant now = NOW.minusSeconds(random.nextInt(5000));
                if (random.nextInt(4) == 0) {
                    String id = name + messages.size();
                    messages.add(id);
                    synchronized (webhooks) {
                        batch.add(webhooks.text(group, id, now));
                    }
                } else {
                    synchronized (webhooks) {
                        batch.add(webhooks.receipt(GROUP, target, random.nextBoolean() ? "READ" : "PLAYED", now));
                    }
                }
            }
            store(batch);
        }
        return messages;
    }

    private List<IncomingRecord> old(int count) {
        List<IncomingRecord> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(webhooks.text(GROUP, "OLD" + i, OLD.plusSeconds(i)));
            if (i % 3 == 0) {
                all.add(webhooks.receipt(GROUP, "OLD" + i, "DELIVERY_ACK", OLD.plusSeconds(i + 5)));
            }
        }
        return all;
    }

    private void store(List<IncomingRecord> records) {
        BatchResult result = store.store(records);
        assertThat(result.rejected()).isEmpty();
        store.published().forget();
    }

    private RetentionRun run() {
        return retention.run(NEVER, LONG).block(PATIENCE);
    }

    /** No fact without its key, no key without its message, no message without its key. */
    private void assertWhole() throws SQLException {
        assertThat(ask("SELECT count(*) FROM store.message_facts LEFT JOIN store.message_keys k USING (scope, id) "
                        + "WHERE k.id IS NULL"))
                .isZero();
        assertThat(ask("SELECT count(*) FROM store.message_sightings LEFT JOIN store.message_keys k USING (scope, id) "
                        + "WHERE k.sent_at IS NULL"))
                .isZero();
        assertThat(ask(
                        "SELECT count(*) FROM store.message_keys k FULL JOIN store.messages m USING (scope, id, sent_at) "
                                + "WHERE sent_at IS NOT NULL AND (k.revision IS NULL OR m.type IS NULL)"))
                .isZero();
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
