package groupwatch.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Found;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was fetched from the gateway's own store fills in what is missing, and repeats nothing that is there. */
@WithPostgres
class FoundMessagesIT {

    private static final String GROUP = Upsert.GROUP;
    private static final String INSTANCE = "loja-norte";
    private static final long SENT = Upsert.SENT;
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    /** Of the edit that {@link Upsert#edit} tells. */
    private static final Instant EDITED = Instant.ofEpochSecond(SENT + 60);

    private static TestStore store;

    private Records records = new Records();

    @BeforeAll
    static void start(TestDatabase database) {
        store = TestStore.on(database);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() {
        Contents.empty(store.database());
        store.published().forget();
        records = new Records();
    }

    @Test
    void whatIsMissingIsThereAndSaysThatItWasFilledIn() {
        found(
                Found.text(GROUP, "F1", "bom dia", SENT),
                Found.row(
                        GROUP,
                        "F2",
                        Map.of("reactionMessage", Map.of("key", Map.of("id", "F1"), "text", "👍")),
                        SENT + 5),
                Found.row(GROUP, "F3", Map.of("hologramMessage", Map.of("depth", 3)), SENT + 6));
        Message message = message("F1");
        assertThat(message.text()).isEqualTo("bom dia");
        assertThat(message.origin()).isEqualTo(Origin.RESYNC);
        assertThat(message.instances()).containsExactly(INSTANCE);
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(SENT));
        assertThat(message.reactions()).singleElement().matches(reaction -> "👍".equals(reaction.emoji()));
        assertThat(message("F2").type()).isEqualTo(MessageType.REACTION);
        assertThat(message("F3").type()).isEqualTo(MessageType.UNKNOWN);
        assertThat(events(MessageStored.class)).isEqualTo(3);
    }

    @Test
    void whatIsThereIsNotDoubledAndStaysAsItCame() {
        webhook(Upsert.text(GROUP, "F1", "bom dia"));
        Message before = message("F1");
        store.published().forget();
        found(Found.text(GROUP, "F1", "bom dia", SENT), Found.text(GROUP, "F1", "bom dia", SENT));
        assertThat(message("F1"))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(before);
        assertThat(message("F1").origin()).isEqualTo(Origin.WEBHOOK);
        assertThat(store.published().messageEvents()).isEmpty();
        assertThat(Contents.messages(store)).hasSize(1);
    }

    @Test
    void anEditThatWasMissedIsMadeUpFor() {
        webhook(Upsert.text(GROUP, "F1", "at 3"));
        store.published().forget();
        found(Found.text(GROUP, "F1", "at 4", SENT + 60, "EDITED"));
        Message message = message("F1");
        assertThat(message.text()).isEqualTo("at 4");
        assertThat(message.edits()).containsExactly(new Edit("at 4", EDITED));
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(SENT));
        assertThat(message.origin()).isEqualTo(Origin.WEBHOOK);
        assertThat(events(MessageEdited.class)).isEqualTo(1);
    }

    @Test
    void anEditThatIsKnownIsNotShownTwice() {
        webhook(Upsert.text(GROUP, "F1", "at 3"));
        webhook(exactEdit("at 4", "250"));
        Message before = message("F1");
        store.published().forget();
        // by WhatsApp's clock it was a moment earlier or later than by the sender's
        found(Found.text(GROUP, "F1", "at 4", SENT + 60, "EDITED", "SERVER_ACK"));
        found(Found.text(GROUP, "F1", "at 4", SENT + 62, "EDITED", "SERVER_ACK"));
        assertThat(message("F1").edits())
                .isEqualTo(before.edits())
                .containsExactly(new Edit("at 4", EDITED.plusMillis(250)));
        assertThat(events(MessageEdited.class)).isZero();
    }

    @Test
    void anEditBackToAnEarlierTextIsMadeUpFor() {
        webhook(Upsert.text(GROUP, "F1", "at 3"));
        webhook(exactEdit("at 4", "250"));
        found(Found.text(GROUP, "F1", "at 3", SENT + 90, "EDITED"));
        assertThat(message("F1").text()).isEqualTo("at 3");
        assertThat(message("F1").edits()).extracting(Edit::text).containsExactly("at 4", "at 3");
    }

    @Test
    void aMissingMessageThatWasEditedHasItsFinalTextAndSaysSo() {
        found(Found.text(GROUP, "F1", "at 4", SENT + 60, "EDITED"));
        assertThat(message("F1").text()).isEqualTo("at 4");
        assertThat(message("F1").editedAt()).isEqualTo(EDITED);
        assertThat(message("F1").sentAt()).isEqualTo(EDITED);
        // the webhook comes late: then it is known when the message was sent, and what it said
        webhook(Upsert.text(GROUP, "F1", "at 3"));
        assertThat(message("F1").sentAt()).isEqualTo(Instant.ofEpochSecond(SENT));
        assertThat(message("F1").text()).isEqualTo("at 4");
        assertThat(message("F1").origin()).isEqualTo(Origin.WEBHOOK);
    }

    @Test
    void aRevokeThatWasMissedIsMadeUpForAndIsNoEdit() {
        webhook(Upsert.text(GROUP, "F1", "wrong group"));
        store.published().forget();
        // the gateway marks what was revoked as edited, too
        found(Found.text(GROUP, "F1", "wrong group", SENT + 30, "EDITED", "DELETED"));
        Message message = message("F1");
        assertThat(message.revokedAt()).isEqualTo(AT);
        assertThat(message.edits()).isEmpty();
        assertThat(message.editedAt()).isNull();
        assertThat(events(MessageRevoked.class)).isEqualTo(1);
        assertThat(events(MessageEdited.class)).isZero();
    }

    @Test
    void aRevokeThatIsKnownKeepsItsTimeAndAuthor() {
        webhook(Upsert.text(GROUP, "F1", "wrong group"));
        webhook(Upsert.revoke(GROUP, "F1"));
        Message before = message("F1");
        found(Found.text(GROUP, "F1", "wrong group", SENT + 30, "EDITED", "DELETED"));
        assertThat(message("F1").revokedAt()).isEqualTo(before.revokedAt()).isNotNull();
        assertThat(message("F1").revokedBy()).isEqualTo(before.revokedBy()).isNotNull();
    }

    @Test
    void everyOrderWithTheWebhooksEndsInTheSameRows() {
        String direct = Upsert.ANA;
        List<IncomingRecord> all = new ArrayList<>();
        for (byte[] body : List.of(
                Upsert.text(GROUP, "F1", "at 3"),
                exactEdit("at 4", "250"),
                Upsert.text(GROUP, "F2", "wrong group"),
                Upsert.revoke(GROUP, "F2"),
                Upsert.reaction(GROUP, "R1", "F1", "👍"),
                Upsert.text(direct, "D1", "just us"))) {
            all.add(records.message(body));
        }
        for (JsonNode[] rows : List.of(
                new JsonNode[] {
                    Found.text(GROUP, "F1", "at 4", SENT + 61, "EDITED"),
                    Found.text(GROUP, "F2", "wrong group", SENT + 30, "EDITED", "DELETED")
                },
                new JsonNode[] {Found.text(GROUP, "F1", "at 5", SENT + 120, "EDITED")},
                new JsonNode[] {Found.text(GROUP, "F3", "missed", SENT + 7), Found.text(direct, "D2", "missed", SENT)},
                new JsonNode[] {Found.text(GROUP, "F1", "at 3", SENT)})) {
            all.add(records.record(Topics.RAW_HISTORY, Found.messages(INSTANCE, AT, rows)));
        }
        all.add(records.record(
                Topics.RAW_HISTORY,
                Found.messages("loja-sul", AT.plusSeconds(60), Found.text(GROUP, "F1", "at 5", SENT + 120, "EDITED"))));
        store.store(all);
        Map<String, List<String>> rows = Contents.rows(store.database());
        Map<String, String> messages = Contents.messages(store);
        assertThat(messages.keySet()).contains(GROUP + " F3").noneMatch(key -> key.startsWith(INSTANCE));
        assertThat(message("F1").text()).isEqualTo("at 5");
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<IncomingRecord> permuted = new ArrayList<>(all);
            permuted.addAll(all.subList(random.nextInt(all.size()), all.size()));
            Collections.shuffle(permuted, random);
            Contents.empty(store.database());
            for (int from = 0; from < permuted.size(); ) {
                int to = Math.min(permuted.size(), from + 1 + random.nextInt(4));
                assertThat(store.store(permuted.subList(from, to)).rejected()).isEmpty();
                from = to;
            }
            assertThat(Contents.messages(store)).as("seed %d", seed).isEqualTo(messages);
            Contents.rows(store.database())
                    .forEach((table, found) -> assertThat(found).as(table).isEqualTo(rows.get(table)));
        }
    }

    @Test
    void directChatsAreNotFilledInWhereTheyAreNotCaptured() throws SQLException {
        found(Found.text(Upsert.ANA, "D1", "just us", SENT), Found.text(GROUP, "F1", "bom dia", SENT));
        assertThat(Contents.messages(store).keySet()).containsExactly(GROUP + " F1");
        assertThat(ask("SELECT string_agg(message_id, ',') FROM store.raw_events"))
                .isEqualTo("F1");
    }

    @Test
    void whoLeftIsNotBroughtBackByARowThatSomebodyRevokedLater() throws SQLException {
        groups(Webhooks.participants(
                GROUP,
                "remove",
                "{\"id\":\"" + Upsert.ANA + "\",\"admin\":null}",
                Instant.ofEpochSecond(SENT + 20).toString()));
        found(Found.text(GROUP, "F1", "wrong group", SENT + 30, "EDITED", "DELETED"));
        assertThat(ask("SELECT spoke_at FROM store.group_participants WHERE identity = '" + Upsert.ANA + "'"))
                .isNull();
    }

    private static byte[] exactEdit(String text, String millis) {
        String body = new String(Upsert.edit(GROUP, "F1", text), StandardCharsets.UTF_8);
        return body.replace((SENT + 60) + "000", (SENT + 60) + millis).getBytes(StandardCharsets.UTF_8);
    }

    private void webhook(byte[] body) {
        store.store(List.of(records.message(body)));
    }

    private void groups(String body) {
        store.store(List.of(records.record(Topics.RAW_GROUPS, body.getBytes(StandardCharsets.UTF_8))));
    }

    private void found(JsonNode... rows) {
        IncomingRecord record = records.record(Topics.RAW_HISTORY, Found.messages(INSTANCE, AT, rows));
        assertThat(store.store(List.of(record)).rejected()).isEmpty();
    }

    private static Message message(String id) {
        MessageKey key = new MessageKey(GROUP, id);
        var messages = store.get(MessageLoader.class).load(List.of(key)).block(Duration.ofSeconds(90));
        return Objects.requireNonNull(Objects.requireNonNull(messages).get(key), id);
    }

    private static @Nullable String ask(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static long events(Class<?> kind) {
        return store.published().messageEvents().stream()
                .filter(kind::isInstance)
                .count();
    }
}
