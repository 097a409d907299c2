package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import groupwatch.events.evolution.Corpus;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever Evolution is known to send, message or not, is taken: none of it stops the consumer or is set aside. */
@WithPostgres
class EveryEventIT {

    private final Records records = new Records();

    @Test
    void isTakenAloneAndTogether(TestDatabase database) {
        List<IncomingRecord> all = Stream.concat(Corpus.recorded().stream(), Corpus.handMade().stream())
                .map(row -> records.record(Topics.RAW_GROUPS, row.payload()))
                .toList();
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            for (IncomingRecord one : all) {
                assertThat(store.store(List.of(one)).rejected()).isEmpty();
            }
            Object alone = Contents.rows(database);
            Contents.empty(database);

            BatchResult together = store.store(all);

            assertThat(together.rejected()).isEmpty();
            assertThat(Contents.rows(database)).isEqualTo(alone);
        }
    }
}
