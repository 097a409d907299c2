package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.message.MessageKey;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is odd but good is kept as it is, and what is bad takes nothing good along. */
@WithPostgres
class TolerantIT {

    private final Records records = new Records();

    @Test
    void ofAChunkWithAnIdThatIsTooLongTheOtherMessagesAreStored(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            BatchResult result = store.store(List.of(records.record(
                    Topics.RAW_HISTORY,
                    Webhooks.event(
                                    "messages.set",
                                    "loja-norte",
                                    "[" + item("H1") + "," + item("X".repeat(5000)) + "," + item("H2") + "]",
                                    "2026-11-20T20:33:32.399Z")
                            .getBytes(StandardCharsets.UTF_8))));

            assertThat(Contents.keys(database))
                    .containsExactly(new MessageKey(Upsert.GROUP, "H1"), new MessageKey(Upsert.GROUP, "H2"));
            assertThat(result.rejected())
                    .singleElement()
                    .extracting(RejectedRecord::reason)
                    .asString()
                    .contains("message id is 5000 bytes");
        }
    }

    @Test
    void aSharedPollResultKeepsItsCounts(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(records.message(Webhooks.message(
                    Upsert.GROUP,
                    "RESULT",
                    Upsert.ANA,
                    Instant.ofEpochSecond(Upsert.SENT),
                    "\"pollResultSnapshotMessage\":{\"name\":\"Lunch?\",\"pollVotes\":["
                            + "{\"optionName\":\"Pizza\",\"optionVoteCount\":\"7\"},"
                            + "{\"optionName\":\"Salad\",\"optionVoteCount\":2}]}",
                    "pollResultSnapshotMessage"))));

            JsonNode options = message(store, "RESULT").path("poll").path("options");
            assertThat(options.valueStream()
                            .map(option -> option.path("name").asString() + " "
                                    + option.path("votes").asInt()))
                    .containsExactly("Pizza 7", "Salad 2");
        }
    }

    @Test
    void anUpdateThatSaysNothingIsIgnored(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            BatchResult result = store.store(List.of(records.message(Webhooks.event(
                    "messages.update",
                    "loja-norte",
                    "{\"keyId\":\"U1\",\"remoteJid\":\"" + Upsert.GROUP + "\",\"fromMe\":false,\"messageId\":\"cm1\"}",
                    "2026-11-20T20:33:32.399Z"))));

            assertThat(result.rejected()).isEmpty();
            assertThat(result.ignored()).isEqualTo(1);
            assertThat(Contents.keys(database)).isEmpty();
        }
    }

    @Test
    void aTimeThatNobodyToldIsAbsent(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            String body = Webhooks.text(Upsert.GROUP, "TIMELESS", Upsert.ANA, Instant.EPOCH, "when?")
                    .replace("\"messageTimestamp\":0,", "")
                    .replaceFirst("\"date_time\":\"[^\"]*\",", "");
            store.store(List.of(records.message(body)));

            assertThat(message(store, "TIMELESS").path("text").asString()).isEqualTo("when?");
            assertThat(message(store, "TIMELESS").has("sentAt")).isFalse();
        }
    }

    private static String item(String id) {
        return ("{\"key\":{\"remoteJid\":\"%s\",\"fromMe\":false,\"id\":\"%s\",\"participant\":\"%s\"},\"message\":{"
                        + "\"conversation\":\"hello\"},\"messageType\":\"conversation\",\"messageTimestamp\":%d}")
                .formatted(Upsert.GROUP, id, Upsert.ANA, Upsert.SENT);
    }

    private static JsonNode message(TestStore store, String id) {
        return EventCodec.mapper()
                .readTree(Objects.requireNonNull(Contents.messages(store).get(Upsert.GROUP + " " + id)));
    }
}
