package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.message.MessageKey;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not captured reaches no row and no published topic. */
@WithPostgres
class CaptureIT {

    private final Records records = new Records();

    @Test
    void directChatsLeaveNoTraceUnlessAskedFor(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            BatchResult result = store.store(List.of(
                    records.message(Upsert.text(Upsert.ANA, "A1", "private")),
                    records.message(Upsert.edit(Upsert.ACCOUNT, "A1", "very private")),
                    records.message(Upsert.text(Upsert.GROUP, "A2", "public"))));

            assertThat(result.ignored()).isEqualTo(2);
            assertThat(Contents.keys(database)).containsExactly(new MessageKey(Upsert.GROUP, "A2"));
            assertThat(Contents.rows(database).toString() + Contents.raw(database))
                    .doesNotContain("private");
            assertThat(store.published().messageEvents()).hasSize(1);
        }
    }

    @Test
    void aGroupThatIsSwitchedOffIsNoLongerStored(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "B1", "before"))));
            database.execute("INSERT INTO store.group_settings (group_jid, monitored, changed_at, revision) VALUES ('"
                    + Upsert.GROUP + "', false, now(), 1)");

            store.store(List.of(records.message(Upsert.text(Upsert.GROUP, "B2", "after"))));

            assertThat(Contents.keys(database)).containsExactly(new MessageKey(Upsert.GROUP, "B1"));
            assertThat(Contents.rows(database).toString() + Contents.raw(database))
                    .doesNotContain("after");
        }
    }

    @Test
    void anEditInADirectChatIsFoundByItsIdWhateverChatItNames(TestDatabase database) {
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            store.store(List.of(
                    records.message(Upsert.edit(Upsert.ACCOUNT, "C1", "corrected")),
                    records.message(Upsert.text(Upsert.ANA, "C1", "wrogn"))));

            assertThat(Contents.messages(store).values())
                    .singleElement()
                    .asString()
                    .contains("\"text\":\"corrected\"")
                    .contains("\"chat\":\"" + Upsert.ANA + "\"");
        }
    }
}
