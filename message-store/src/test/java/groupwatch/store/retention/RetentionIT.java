package groupwatch.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.security.Caller;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.partition.Partitions;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What retention deletes, what it leaves, and that it does not take in again what it deletes. */
@WithPostgres
class RetentionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final List<String> GROUPS = List.of(
            "120363000000000101@g.us", "120363000000000102@g.us", "120363000000000103@g.us", "120363000000000104@g.us");

    /** When the generated day begins. */
    private static final Instant DAY = Instant.ofEpochSecond(1_760_000_000L);

    private static final LocalDate EARLIEST = LocalDate.parse("2024-03-05");

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 400})
    void whatIsLeftIsWhatAPlainCountLeaves(int suiteDays) {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("RetentionIT: -Dgroupwatch.seed=" + seed + " suite " + suiteDays);
        Random random = new Random(seed);
        String[] settings = suiteDays == 0
                ? new String[] {"groupwatch.capture.direct-chats=true"}
                : new String[] {
                    "groupwatch.capture.direct-chats=true", "groupwatch.store.retention.messages=" + suiteDays + "d"
                };
        try (TestStore store = TestStore.on(TestDatabase.create("retention"), settings)) {
            for (int round = 0; round < 3; round++) {
                oneRound(store, suiteDays, random, seed);
            }
        }
    }

    private static void oneRound(TestStore store, int suiteDays, Random random, long seed) {
        Contents.empty(store.database());
        // the clock is set back, so that nothing is too old yet
        store.clock().set(EARLIEST.plusDays(suiteDays).atStartOfDay().toInstant(ZoneOffset.UTC));
        List<IncomingRecord> records = records(random);
        store(store, records);
        Map<String, List<String>> before = Contents.rows(store.database());
        List<YearMonth> months = months(store);

        LocalDate today = LocalDate.ofInstant(DAY, ZoneOffset.UTC).plusDays(random.nextInt(40));
        store.clock().set(today.atTime(random.nextInt(24), 30).toInstant(ZoneOffset.UTC));
        KeptSince keptSince = limits(store, suiteDays, today, random);
        PlainRetention plain = new PlainRetention(before, keptSince);

        RetentionReport dry = report(store);
        assertThat(Contents.rows(store.database())).isEqualTo(before);
        RetentionRun run = run(store);

        assertEqual(Contents.rows(store.database()), plain.left(), seed);
        assertThat(months(store)).isEqualTo(leftOf(months, keptSince));
        assertThat(run.messages())
                .isEqualTo(plain.goneMessages())
                .isEqualTo(dry.due().messages());
        assertThat(run.facts()).isEqualTo(dry.due().facts());
        assertThat(run.months())
                .isEqualTo(dry.due().months())
                .hasSize(months.size() - months(store).size());
        assertThat(report(store).due()).isEqualTo(new RetentionReport.Due(0, 0L, List.of(), List.of(), null));

        // told again, what went is refused, and what is left is found again
        double refused = refused(store);
        store(store, records);
        assertThat(Contents.rows(store.database()).get("messages"))
                .as("seed %d", seed)
                .isEqualTo(plain.left().get("messages"));
        if (plain.goneMessages() > 0) {
            assertThat(refused(store) - refused).isGreaterThanOrEqualTo(plain.goneMessages());
        }
        assertThat(run(store).messages()).isZero();
    }

    @Test
    void theOrderMakesNoDifferenceToWhatIsTakenIn() {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        Random random = new Random(seed);
        List<IncomingRecord> records = records(random);
        try (TestStore store = TestStore.on(
                TestDatabase.create("retention"),
                "groupwatch.capture.direct-chats=true",
                "groupwatch.store.retention.messages=20d")) {
            store.clock().set(DAY.plus(Duration.ofDays(20)));
            store.database()
                    .execute("INSERT INTO store.group_options (group_jid, retention_days) VALUES ('" + GROUPS.getFirst()
                            + "', 19)");
            store(store, records);
            Map<String, List<String>> rows = Contents.rows(store.database());
            assertThat(rows.get("messages")).isNotEmpty();
            assertThat(refused(store)).isPositive();
            for (int i = 0; i < 3; i++) {
                Contents.empty(store.database());
                store.database()
                        .execute("INSERT INTO store.group_options (group_jid, retention_days) VALUES ('"
                                + GROUPS.getFirst() + "', 19)");
                List<IncomingRecord> permuted = new ArrayList<>(records);
                Collections.shuffle(permuted, random);
                store(store, permuted);
                assertEqual(Contents.rows(store.database()), rows, seed);
            }
            assertThat(run(store))
                    .extracting(RetentionRun::messages, RetentionRun::facts)
                    .containsExactly(0L, 0L);
        }
    }

    @Test
    void withoutALimitNothingIsDeletedHoweverOldItIs() {
        try (TestStore store = TestStore.on(TestDatabase.create("retention"))) {
            OldWebhooks old = new OldWebhooks();
            store.store(List.of(
                    old.text(GROUPS.getFirst(), "A", Instant.parse("2010-01-01T00:00:00Z")),
                    old.text(GROUPS.getFirst(), "B", Instant.EPOCH),
                    old.receipt(GROUPS.getFirst(), "C", "READ", Instant.parse("2011-01-01T00:00:00Z"))));
            Map<String, List<String>> before = Contents.rows(store.database());
            assertThat(before.get("messages")).hasSize(2);
            RetentionRun run = run(store);
            assertThat(run.finishedAt()).isNotNull();
            assertThat(run.messages() + run.facts()).isZero();
            assertThat(run.months()).isEmpty();
            assertThat(Contents.rows(store.database())).isEqualTo(before);
            assertThat(months(store)).contains(YearMonth.of(2010, 1));
        }
    }

    @Test
    void oldHistoryIsRefusedAndCountedAndTheRestOfItStored() {
        try (TestStore store =
                TestStore.on(TestDatabase.create("retention"), "groupwatch.store.retention.messages=10d")) {
            OldWebhooks old = new OldWebhooks();
            store.clock().set(Instant.parse("2026-03-20T15:00:00Z"));
            Instant first = Instant.parse("2026-03-10T00:00:00Z");
            BatchResult result = store.store(List.of(
                    old.history(
                            GROUPS.getFirst(),
                            List.of("LAST-REFUSED", "FIRST-KEPT"),
                            List.of(first.minusSeconds(1), first)),
                    old.history(GROUPS.getFirst(), List.of("OLD"), List.of(first.minusSeconds(86_400))),
                    old.text(GROUPS.getFirst(), "LIVE-BUT-OLD", first.minusSeconds(5)),
                    old.receipt(GROUPS.getFirst(), "OLD", "READ", first.minusSeconds(7))));
            assertThat(result).isEqualTo(new BatchResult(1, 0, 3, List.of()));
            assertThat(Contents.keys(store.database()))
                    .extracting(key -> key.id())
                    .containsExactly("FIRST-KEPT");
            assertThat(Contents.rows(store.database()).get("message_keys")).hasSize(1);
            assertThat(Contents.rows(store.database()).get("receipts")).isEmpty();
            assertThat(Contents.raw(store.database()))
                    .singleElement()
                    .asString()
                    .contains("FIRST-KEPT");
            assertThat(refused(store)).isEqualTo(4);
            // what was just taken in is not what the next run deletes, until the day is over
            assertThat(run(store).messages()).isZero();
            store.clock().set(Instant.parse("2026-03-20T23:59:59Z"));
            assertThat(run(store).messages()).isZero();
            store.clock().set(Instant.parse("2026-03-21T00:00:00Z"));
            assertThat(run(store).messages()).isEqualTo(1);
        }
    }

    @Test
    void aMonthIsDroppedWhenItIsPastEveryLimitAndNotBefore() {
        try (TestStore store = TestStore.on(
                TestDatabase.create("retention"),
                "groupwatch.store.retention.messages=30d",
                "groupwatch.store.raw.retention=900d")) {
            OldWebhooks old = new OldWebhooks();
            store.clock().set(Instant.parse("2025-02-20T00:00:00Z"));
            store.store(List.of(
                    old.text(GROUPS.get(0), "SHORT", Instant.parse("2025-02-10T00:00:00Z")),
                    old.reaction(GROUPS.get(0), "REACTION", "SHORT", Instant.parse("2025-02-11T00:00:00Z")),
                    old.receipt(GROUPS.get(0), "SHORT", "READ", Instant.parse("2025-02-19T00:00:00Z")),
                    old.text(GROUPS.get(1), "LONG", Instant.parse("2025-02-10T00:00:00Z"))));
            assertThat(Contents.raw(store.database())).hasSize(4);
            options(store, GROUPS.get(1), 60);
            store.clock().set(Instant.parse("2025-04-02T00:00:00Z"));
            assertThat(run(store))
                    .extracting(RetentionRun::messages, RetentionRun::months)
                    .containsExactly(2L, List.of());
            assertThat(Contents.raw(store.database()))
                    .singleElement()
                    .asString()
                    .contains("LONG");
            assertThat(Contents.rows(store.database()).get("receipts")).isEmpty();
            assertThat(months(store)).contains(YearMonth.of(2025, 2));
            store.clock().set(Instant.parse("2025-05-05T00:00:00Z"));
            assertThat(run(store))
                    .extracting(RetentionRun::messages, RetentionRun::months)
                    .containsExactly(1L, List.of("2025-02"));
            assertThat(months(store)).doesNotContain(YearMonth.of(2025, 2));
            // the limit is lifted: the month comes again
            options(store, GROUPS.get(1), 0);
            store.store(List.of(old.text(GROUPS.get(1), "AGAIN", Instant.parse("2025-02-10T00:00:00Z"))));
            assertThat(months(store)).contains(YearMonth.of(2025, 2));
            assertThat(run(store))
                    .extracting(RetentionRun::messages, RetentionRun::months)
                    .containsExactly(0L, List.of());
        }
    }

    private static void options(TestStore store, String group, int days) {
        store.database()
                .execute("INSERT INTO store.group_options (group_jid, retention_days) VALUES ('" + group + "', " + days
                        + ") ON CONFLICT (group_jid) DO UPDATE SET retention_days = excluded.retention_days");
    }

    /** Random ones; written down for the store, and as the plain computation takes them. */
    private static KeptSince limits(TestStore store, int suiteDays, LocalDate today, Random random) {
        Map<String, Instant> groups = new TreeMap<>();
        for (String group : GROUPS) {
            int days = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? 60 : 600);
            if (random.nextInt(3) > 0) {
                options(store, group, days);
                groups.put(group, since(days, today));
            }
        }
        return new KeptSince(since(suiteDays, today), groups);
    }

    private static Instant since(int days, LocalDate today) {
        return days == 0 ? Instant.MIN : today.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** A lively day with three months of history before it, messages of one and a half years, and facts that wait in vain. */
    private static List<IncomingRecord> records(Random random) {
        Records records = new Records();
        OldWebhooks old = new OldWebhooks();
        List<IncomingRecord> all = new ArrayList<>(GeneratedDay.of(random.nextLong(), 150).webhooks().stream()
                .map(webhook -> records.record(webhook.topic(), webhook.body()))
                .toList());
        for (int i = 0; i < 400; i++) {
            String group = GROUPS.get(random.nextInt(GROUPS.size()));
            Instant at = ago(random);
            all.add(old.text(group, "OLD" + i, at));
            switch (random.nextInt(4)) {
                case 0 -> all.add(old.reaction(group, "R" + i, "OLD" + i, at.plusSeconds(random.nextInt(200_000))));
                case 1 -> all.add(old.receipt(group, "OLD" + i, "READ", at.plusSeconds(random.nextInt(9_000_000))));
                case 2 -> all.add(old.receipt(group, "NEVER" + random.nextInt(100), "READ", ago(random)));
                default -> all.add(old.reaction(group, "W" + i, "NEVER" + random.nextInt(100), ago(random)));
            }
        }
        return all;
    }

    private static Instant ago(Random random) {
        return DAY.minusSeconds(random.nextInt(570 * 86_400));
    }

    private static void store(TestStore store, List<IncomingRecord> records) {
        for (int from = 0; from < records.size(); from += 500) {
            BatchResult result = store.store(records.subList(from, Math.min(records.size(), from + 500)));
            assertThat(result.rejected()).isEmpty();
        }
        store.published().forget();
    }

    private static List<YearMonth> leftOf(List<YearMonth> months, KeptSince keptSince) {
        return months.stream()
                .filter(month -> month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .isAfter(keptSince.earliest()))
                .toList();
    }

    private static void assertEqual(Map<String, List<String>> found, Map<String, List<String>> expected, long seed) {
        found.forEach(
                (table, rows) -> assertThat(rows).as("%s, seed %d", table, seed).isEqualTo(expected.get(table)));
    }

    private static List<YearMonth> months(TestStore store) {
        return store.get(Partitions.class).months().collectList().block(PATIENCE);
    }

    private static RetentionReport report(TestStore store) {
        return store.get(DryRun.class)
                .report(new Caller("test", Set.of(), null))
                .block(PATIENCE);
    }

    private static RetentionRun run(TestStore store) {
        return store.get(ApplyRetention.class).run(NEVER, LONG).block(PATIENCE);
    }

    private static double refused(TestStore store) {
        Counter counter = store.get(MeterRegistry.class)
                .find("groupwatch.store.refused")
                .tag("reason", "retention")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
