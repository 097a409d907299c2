package groupwatch.store.raw;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import groupwatch.events.evolution.Corpus;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.Routine;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.partition.Partitions;
import groupwatch.store.testing.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept as received, and for how long. */
@WithPostgres
class RawEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TEXT = "AC48BBACB6197B5D77C9212B77B7284A";
    private static final String GROUP = "120363000000000101@g.us";

    @Test
    void keepsWhatWasReceivedOnceHoweverOftenItIsRead() throws SQLException {
        try (TestStore store = store()) {
            IncomingRecord record = record(0, "upsert-text-group-lid", Instant.now());
            store.store(List.of(record));
            store.store(List.of(record));
            List<RawEvent> events = events(store);
            assertThat(events).hasSize(1);
            assertThat(events.getFirst()
                            .body()
                            .path("data")
                            .path("key")
                            .path("id")
                            .asString())
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void leavesNoTraceOfDirectChatsThatAreNotCaptured() throws SQLException {
        try (TestStore store = store()) {
            store.store(List.of(
                    record(0, "upsert-text-dm", Instant.now()),
                    record(1, "edit-dm", Instant.now()),
                    record(2, "messages-set-recent", Instant.now())));
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events WHERE scope NOT LIKE '%@g.us'"))
                    .isEqualTo("0");
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events WHERE body LIKE '%5511999990031%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void keepsNothingWhenSwitchedOff() throws SQLException {
        try (TestStore store = store("groupwatch.store.raw.enabled=false")) {
            store.store(List.of(record(0, "upsert-text-group-lid", Instant.now())));
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events")).isEqualTo("0");
            assertThat(ask(store, "SELECT count(*) FROM store.messages")).isEqualTo("1");
        }
    }

    @Test
    void dropsDaysPastTheirRetention() throws SQLException {
        try (TestStore store = store("groupwatch.store.raw.retention=3d")) {
            Instant now = Instant.now();
            store.store(List.of(
                    record(0, "upsert-text-group-lid", now),
                    record(1, "upsert-text-group-pn", now.minus(Duration.ofDays(2))),
                    record(2, "upsert-text-reply", now.minus(Duration.ofDays(9)))));
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events")).isEqualTo("2");
            Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
            RawDays days = new RawDays(tomorrow, store.get(groupwatch.store.MessageStoreProperties.class));
            new RawJob(store.get(Routine.class), store.get(Partitions.class), days)
                    .run()
                    .block(PATIENCE);
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events")).isEqualTo("1");
        }
    }

    @Test
    void goesAlongWithARevokedMessageThatIsWiped() throws SQLException {
        try (TestStore store = store("groupwatch.store.revoked-content=wipe", "groupwatch.capture.direct-chats=true")) {
            store.store(List.of(record(0, "original-of-revoke", Instant.now())));
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events")).isEqualTo("1");
            store.store(List.of(record(1, "revoke-dm.delete", Instant.now())));
            store.store(List.of(record(2, "original-of-revoke", Instant.now())));
            assertThat(ask(store, "SELECT count(*) FROM store.raw_events WHERE body LIKE '%apaga isso%'"))
                    .isEqualTo("0");
        }
    }

    private static TestStore store(String... settings) {
        TestStore store = TestStore.on(TestDatabase.create("raw"), settings);
        store.get(Migration.class).done().block(PATIENCE);
        return store;
    }

    private static List<RawEvent> events(TestStore store) {
        return store.get(RawEvents.class).ofMessage(GROUP, TEXT).collectList().block(PATIENCE);
    }

    private static IncomingRecord record(long offset, String payload, Instant receivedAt) {
        return new IncomingRecord(Topics.RAW_MESSAGES, 0, offset, "key", Corpus.payload(payload), Map.of(), receivedAt);
    }

    private static String ask(TestStore store, String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
