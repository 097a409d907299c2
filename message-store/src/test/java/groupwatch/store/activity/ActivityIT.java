package groupwatch.store.activity;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Activity is what the messages say, at any moment: while it is written, while it is counted, by whomever. */
@WithPostgres
class ActivityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MESSAGES = 400;

    /** Quarters that the view has otherwise than the messages, both as one statement sees them. */
    private static final String DIFFERENCES = """
            SELECT count(*) FROM (
                SELECT scope, chat, quarter, sum(messages) AS messages, sum(edited) AS edited, sum(revoked) AS revoked
                FROM store.activity_now GROUP BY 1, 2, 3) a
            FULL JOIN (
                SELECT scope, chat, date_bin('15 minutes', sent_at, '2000-01-01Z') AS quarter, count(*) AS messages,
                    count(*) FILTER (WHERE (scope, id) IN (SELECT scope, id FROM store.message_edits)) AS edited,
                    count(*) FILTER (WHERE (scope, id) IN (SELECT scope, id FROM store.message_revokes)) AS revoked
                FROM store.messages GROUP BY 1, 2, 3) m USING (scope, chat, quarter)
            WHERE (a.messages, a.edited, a.revoked) IS DISTINCT FROM (m.messages, m.edited, m.revoked)
            """;

    private static final String MARK_ALL = """
            INSERT INTO store.activity_dirty (scope, chat, quarter)
            SELECT DISTINCT scope, chat, date_bin('15 minutes', sent_at, '2000-01-01Z') FROM store.messages
            """;

    @Test
    void isRightAtAnyMomentWhileTwoReplicasWriteAndCount(TestDatabase database) throws Exception {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("ActivityIT: -Dgroupwatch.seed=" + seed);
        GeneratedDay day = GeneratedDay.of(seed, MESSAGES);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (TestStore one = TestStore.on(database, "groupwatch.capture.direct-chats=true");
                TestStore other = TestStore.on(database, "groupwatch.capture.direct-chats=true");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> counters = new ArrayList<>();
            List<Future<?>> writers = new ArrayList<>();
            for (TestStore store : List.of(one, other)) {
                counters.add(threads.submit(() -> countWhile(writing, store)));
                writers.add(threads.submit(() -> write(store, day, new Random(seed + writers.size()))));
            }
            int looks = 0;
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                assertThat(ask(database, DIFFERENCES)).as("seed %d", seed).isEqualTo("0");
                looks++;
            }
            writing.set(false);
            for (Future<?> writer : writers) {
                writer.get();
            }
            int counted = 0;
            for (Future<Integer> counter : counters) {
                counted += counter.get();
            }
            assertThat(looks).isPositive();
            assertThat(counted).isPositive();
            one.countActivity();
            assertThat(ask(database, "SELECT count(*) FROM store.activity_dirty"))
                    .isEqualTo("0");
            assertThat(ask(database, DIFFERENCES)).as("seed %d", seed).isEqualTo("0");
            assertThat(rows(database)).as("seed %d", seed).isEqualTo(countedFromScratch(one));
        }
    }

    @Test
    void aMessageThatTurnsOutToBeEarlierLeavesItsQuarter(TestDatabase database) throws SQLException {
        try (TestStore store = TestStore.on(database)) {
            Records records = new Records();
            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "MOVES", "x", Upsert.SENT))));
            store.countActivity();
            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "MOVES", "x", Upsert.SENT - 3600))));
            String quarters =
                    "SELECT string_agg(extract(epoch FROM quarter)::bigint || ':' || messages, ' ') FROM store.";
            String earlier = (Upsert.SENT - 3600) / 900 * 900 + ":1";
            assertThat(ask(database, quarters + "activity_now")).isEqualTo(earlier);
            store.countActivity();
            assertThat(ask(database, quarters + "activity")).isEqualTo(earlier);
        }
    }

    @Test
    void whatIsToldAgainMarksNothing(TestDatabase database) throws SQLException {
        try (TestStore store = TestStore.on(database)) {
            Records records = new Records();
            List<byte[]> bodies = List.of(
                    Upsert.text(Upsert.GROUP, "AGAIN", "x"),
                    Upsert.edit(Upsert.GROUP, "AGAIN", "y"),
                    Upsert.revoke(Upsert.GROUP, "AGAIN"));
            store.store(bodies.stream().map(records::message).toList());
            store.countActivity();
            store.store(bodies.stream().map(records::message).toList());
            assertThat(ask(database, "SELECT count(*) FROM store.activity_dirty"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aQuarterThatIsNotSettledWaits(TestDatabase database) throws SQLException {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(new Records().message(Upsert.text(Upsert.GROUP, "WAITS", "x"))));
            ActivityRecount recount = store.get(ActivityRecount.class);
            assertThat(recount.recount(Duration.ofHours(1)).block(PATIENCE)).isZero();
            assertThat(ask(database, "SELECT messages FROM store.activity_now")).isEqualTo("1");
            assertThat(recount.recount(Duration.ZERO).block(PATIENCE)).isOne();
            assertThat(ask(database, "SELECT messages FROM store.activity_now")).isEqualTo("1");
        }
    }

    @Test
    void nobodyCountsWhileAnotherReplicaDoes(TestDatabase database) throws SQLException {
        try (TestStore store = TestStore.on(database);
                Connection replica = database.connect();
                Statement counting = replica.createStatement()) {
            store.store(List.of(new Records().message(Upsert.text(Upsert.GROUP, "ALONE", "x"))));
            ActivityRecount recount = store.get(ActivityRecount.class);
            replica.setAutoCommit(false);
            counting.execute("SELECT pg_advisory_xact_lock(hashtext('groupwatch.store.activity')::bigint)");
            assertThat(recount.recount(Duration.ZERO).block(PATIENCE)).isZero();
            // also when it dies
            replica.rollback();
            assertThat(recount.recount(Duration.ZERO).block(PATIENCE)).isOne();
        }
    }

    private static int countWhile(AtomicBoolean writing, TestStore store) {
        int counted = 0;
        while (writing.get()) {
            Integer quarters =
                    store.get(ActivityRecount.class).recount(Duration.ZERO).block(PATIENCE);
            counted += quarters == null ? 0 : quarters;
        }
        return counted;
    }

    private static void write(TestStore store, GeneratedDay day, Random random) {
        Records records = new Records();
        List<IncomingRecord> all = new ArrayList<>(day.webhooks().stream()
                .map(webhook -> records.record(webhook.topic(), webhook.body()))
                .toList());
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(60));
            store.store(all.subList(from, to));
            from = to;
        }
    }

    private static List<String> countedFromScratch(TestStore store) {
        store.database().execute("TRUNCATE store.activity, store.activity_dirty");
        store.database().execute(MARK_ALL);
        store.countActivity();
        return rows(store.database());
    }

    private static List<String> rows(TestDatabase database) {
        return Contents.rows(database).get("activity");
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
