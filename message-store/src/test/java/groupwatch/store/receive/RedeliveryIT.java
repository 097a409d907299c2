package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.message.MessageStored;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens between the commit of rows and the commit of offsets loses nothing and doubles nothing. */
@WithPostgres
class RedeliveryIT {

    private final Records records = new Records();

    @Test
    void announcesOnRereadWhatCouldNotBeAnnouncedWhenItWasStored(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            List<IncomingRecord> batch = List.of(
                    records.message(Upsert.text(Upsert.GROUP, "A1", "hi")),
                    records.message(Upsert.reaction(Upsert.GROUP, "A2", "A1", "👍")));
            store.published().failNext(1);

            assertThatThrownBy(() -> store.store(batch)).isInstanceOf(BrokerUnavailableException.class);
            assertThat(Contents.keys(database)).hasSize(2);
            assertThat(store.published().messageEvents()).isEmpty();

            store.store(batch);
            assertThat(Contents.keys(database)).hasSize(2);
            assertThat(store.published().messageEvents()).hasSize(3);
        }
    }

    @Test
    void tellsTheSameRecordAgainUnderTheSameEventIds(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            List<IncomingRecord> batch = List.of(
                    records.message(Upsert.text(Upsert.GROUP, "B1", "hi")),
                    records.message(Upsert.edit(Upsert.GROUP, "B1", "hi there")),
                    records.message(Upsert.revoke(Upsert.GROUP, "B1")));
            store.store(batch);
            List<String> first = store.published().messageEventIds();
            store.published().forget();

            store.store(batch);

            assertThat(first).hasSize(3).doesNotHaveDuplicates();
            assertThat(store.published().messageEventIds()).isEqualTo(first);
        }
    }

    @Test
    void saysNothingOfADuplicateFromElsewhere(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "C1", "hi"))));
            store.published().forget();

            var result = store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "C1", "hi", Upsert.SENT - 5))));

            assertThat(result.duplicate()).isEqualTo(1);
            assertThat(store.published().messageEvents()).isEmpty();
            assertThat(Contents.keys(database)).hasSize(1);
        }
    }

    @Test
    void announcesBetterContentOfAMessageThatWasAPlaceholder(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(records.message(Upsert.content(Upsert.GROUP, "D1", java.util.Map.of(), Upsert.SENT))));
            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "D1", "now you see it"))));

            assertThat(store.published().messageEvents())
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event).isInstanceOf(MessageStored.class))
                    .extracting(event -> event.message().text())
                    .containsExactly(null, "now you see it");
            assertThat(store.published().messageEventIds()).doesNotHaveDuplicates();
            assertThat(store.published().messageEvents())
                    .extracting(event -> event.message().revision())
                    .isSorted();
        }
    }
}
