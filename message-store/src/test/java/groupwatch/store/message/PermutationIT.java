package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.MediaEvents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Webhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            store(store, day.webhooks(), List.of(), new Random(seed));
            List<MediaEvent> files = files(store, new Random(seed));
            assertThat(files).hasSizeGreaterThan(50);
            store(store, day.webhooks(), files, new Random(seed));
            Map<String, List<String>> rows = Contents.rows(database);
            Map<String, String> messages = Contents.messages(store);
            assertThat(messages.keySet()).isEqualTo(day.messages());
            for (int i = 0; i < PERMUTATIONS; i++) {
                Random random = new Random(seed + i);
                Contents.empty(database);
                store(store, permuted(day.webhooks(), random), permuted(files, random), random);
                Contents.rows(database)
                        .forEach((table, found) ->
                                assertThat(found).as("%s, seed %d", table, seed).isEqualTo(rows.get(table)));
                assertThat(Contents.messages(store)).isEqualTo(messages);
            }
        }
    }

    private static <T> List<T> permuted(List<T> told, Random random) {
        List<T> all = new ArrayList<>(told);
        for (int i = 0; i < told.size() / 5; i++) {
            all.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** What the media worker tells of all the files there are: of one or the other in several events, two with the same revision. */
    private static List<MediaEvent> files(TestStore store, Random random) {
        List<MessageKey> keys = Contents.keys(store.database());
        List<MediaEvent> files = new ArrayList<>();
        Objects.requireNonNull(store.get(MessageLoader.class).load(keys).block()).values().stream()
                .filter(message -> message.media() != null)
                .map(MessageRef::of)
                .forEach(message -> {
                    files.add(MediaEvents.stored(message, 2, "said " + random.nextInt(9), null));
                    if (random.nextBoolean()) {
                        files.add(MediaEvents.failed(message, 1, MediaState.FAILED, "hash-mismatch"));
                        files.add(MediaEvents.stored(message, 2, null, "a text " + random.nextInt(9)));
                    }
                });
        return files;
    }

    private static void store(TestStore store, List<Webhook> webhooks, List<MediaEvent> files, Random random) {
        Records records = new Records();
        List<IncomingRecord> media = files.stream().map(records::media).toList();
        int early = media.isEmpty() ? 0 : random.nextInt(media.size());
        assertThat(store.storeMedia(media.subList(0, early)).stored()).isEqualTo(early);
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
        assertThat(store.storeMedia(media.subList(early, media.size())).rejected())
                .isEmpty();
        store.countActivity();
        store.published().forget();
    }
}
