package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEvent;
import groupwatch.events.message.MessageStored;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is announced without loading it back is what loading it back would have shown. */
@WithPostgres
class FreshIT {

    private static final int MESSAGES = 500;

    @Test
    void aMessageIsAnnouncedAsItsRowsShowIt(TestDatabase database) {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("FreshIT: -Dgroupwatch.seed=" + seed);
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            Records records = new Records();
            List<IncomingRecord> all = GeneratedDay.of(seed, MESSAGES).webhooks().stream()
                    .map(webhook -> records.record(webhook.topic(), webhook.body()))
                    .toList();
            // one batch each, so that nothing happens between the announcement and the look
            int compared = 0;
            for (IncomingRecord record : all) {
                store.published().forget();
                store.store(List.of(record));
                compared += compare(store);
            }
            assertThat(compared).isGreaterThan(MESSAGES / 2);
        }
    }

    private static int compare(TestStore store) {
        List<Message> announced = store.published().messageEvents().stream()
                .filter(MessageStored.class::isInstance)
                .map(MessageEvent::message)
                .toList();
        for (Message message : announced) {
            MessageKey key = new MessageKey(
                    message.group() ? message.chat() : message.instances().getFirst(), message.id());
            Map<MessageKey, Message> loaded = Objects.requireNonNull(
                    store.get(MessageLoader.class).load(List.of(key)).block());
            assertThat(message).isEqualTo(loaded.get(key));
        }
        return announced.size();
    }
}
