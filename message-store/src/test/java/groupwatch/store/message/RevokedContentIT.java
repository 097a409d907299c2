package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.Message;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A revoked message leaves a tombstone; its content stays or goes, whichever came first. */
@WithPostgres
class RevokedContentIT {

    private static final MessageKey KEY = new MessageKey(Upsert.GROUP, "R1");

    @ParameterizedTest
    @ValueSource(strings = {"keep", "wipe"})
    void contentIsKeptOrWipedWhicheverCameFirst(String setting, TestDatabase database) {
        boolean kept = setting.equals("keep");
        try (TestStore store = TestStore.on(database, "groupwatch.store.revoked-content=" + setting)) {
            Records records = new Records();
            IncomingRecord message = records.message(Upsert.text(Upsert.GROUP, "R1", "unspeakable"));
            IncomingRecord edit = records.message(Upsert.edit(Upsert.GROUP, "R1", "unspeakable still"));
            IncomingRecord revoke = records.message(Upsert.revoke(Upsert.GROUP, "R1"));
            for (List<IncomingRecord> order : List.of(
                    List.of(message, edit, revoke), List.of(revoke, edit, message), List.of(edit, revoke, message))) {
                Contents.empty(database);
                store.published().forget();
                order.forEach(record -> store.store(List.of(record)));
                store.store(order);

                Message shown = Objects.requireNonNull(Objects.requireNonNull(store.get(MessageLoader.class)
                                .load(List.of(KEY))
                                .block())
                        .get(KEY));
                assertThat(shown.revokedAt()).isNotNull();
                assertThat(Objects.requireNonNull(shown.revokedBy()).jid()).isEqualTo(Upsert.ANA);
                assertThat(shown.text()).isEqualTo(kept ? "unspeakable still" : null);
                assertThat(shown.edits()).hasSize(kept ? 1 : 0);
                assertThat(everything(database).contains("unspeakable")).isEqualTo(kept);
            }
        }
    }

    private static String everything(TestDatabase database) {
        return Contents.rows(database).toString() + Contents.raw(database);
    }
}
