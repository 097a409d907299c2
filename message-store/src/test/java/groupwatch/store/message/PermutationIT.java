package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Webhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Order and repetition do not matter: any permutation of one day's webhooks, with any duplicates, ends in the same rows. */
@WithPostgres
class PermutationIT {

    private static final int PERMUTATIONS = 20;
    private static final int MESSAGES = 700;

    @Test
    void everyPermutationEndsInTheSameRows(TestDatabase database) {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("PermutationIT: -Dgroupwatch.seed=" + seed);
        GeneratedDay day = GeneratedDay.of(seed, MESSAGES);
        assertThat(day.webhooks()).hasSizeGreaterThan(2000);
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            store(store, day.webhooks(), new Random(seed));
            Map<String, List<String>> rows = Contents.rows(database);
            Map<String, String> messages = Contents.messages(store);
            assertThat(messages.keySet()).isEqualTo(day.messages());
            for (int i = 0; i < PERMUTATIONS; i++) {
                Random random = new Random(seed + i);
                Contents.empty(database);
                store(store, permuted(day.webhooks(), random), random);
                Contents.rows(database)
                        .forEach((table, found) ->
                                assertThat(found).as("%s, seed %d", table, seed).isEqualTo(rows.get(table)));
                assertThat(Contents.messages(store)).isEqualTo(messages);
            }
        }
    }

    private static List<Webhook> permuted(List<Webhook> webhooks, Random random) {
        List<Webhook> all = new ArrayList<>(webhooks);
        for (int i = 0; i < webhooks.size() / 5; i++) {
            all.add(webhooks.get(random.nextInt(webhooks.size())));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static void store(TestStore store, List<Webhook> webhooks, Random random) {
        Records records = new Records();
        List<IncomingRecord> all = webhooks.stream()
                .map(webhook -> records.record(webhook.topic(), webhook.body()))
                .toList();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(600));
            BatchResult result = store.store(all.subList(from, to));
            assertThat(result.rejected()).isEmpty();
            assertThat(result.total()).isEqualTo(to - from);
            from = to;
        }
        store.countActivity();
        store.published().forget();
    }
}
