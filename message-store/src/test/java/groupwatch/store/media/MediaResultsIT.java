package groupwatch.store.media;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEvent;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.MediaEvents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of files stands beside their messages, whichever comes first. */
@WithPostgres
class MediaResultsIT {

    private static final String GROUP = "120363000000000101@g.us";
    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final MessageRef IMAGE = MediaEvents.inGroup(GROUP, "IMG-1");

    private final Records records = new Records();

    @Test
    void aFileIsShownWithItsMessageAndAnnouncesNothing(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(image()));
            assertThat(media(store).state()).isEqualTo(MediaState.PENDING);
            assertThat(media(store).url()).isNull();
            store.published().forget();
            store.storeMedia(List.of(records.media(MediaEvents.stored(IMAGE, 1, "spoken words", null))));
            assertThat(store.published().messageEvents()).isEmpty();
            Media media = media(store);
            assertThat(media.state()).isEqualTo(MediaState.STORED);
            assertThat(media.mime()).isEqualTo("application/pdf");
            assertThat(media.url()).isEqualTo("/media/" + IMAGE.mediaId());
            assertThat(media.transcript()).isEqualTo("spoken words");
        }
    }

    @Test
    void aFileThatIsToldOfBeforeItsMessageWaitsForIt(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.storeMedia(List.of(records.media(MediaEvents.stored(IMAGE, 1, "spoken words", "written words"))));
            store.store(List.of(image()));
            assertThat(media(store).state()).isEqualTo(MediaState.STORED);
            assertThat(words(store)).contains("'spoken'", "'written'");
            List<MessageEvent> announced = store.published().messageEvents();
            assertThat(announced).hasSize(1);
            assertThat(Objects.requireNonNull(announced.getFirst().message().media())
                            .state())
                    .isEqualTo(MediaState.STORED);
        }
    }

    @Test
    void theHighestRevisionIsKept(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(image()));
            store.storeMedia(List.of(
                    records.media(MediaEvents.stored(IMAGE, 3, "right words", null)),
                    records.media(MediaEvents.failed(IMAGE, 2, MediaState.FAILED, "hash-mismatch"))));
            store.storeMedia(List.of(records.media(MediaEvents.stored(IMAGE, 1, "wrong words", null))));
            assertThat(media(store).state()).isEqualTo(MediaState.STORED);
            assertThat(words(store)).contains("'right'").doesNotContain("'wrong'");
            store.storeMedia(List.of(records.media(MediaEvents.failed(IMAGE, 4, MediaState.EXPIRED, "not-there"))));
            assertThat(media(store))
                    .satisfies(media -> assertThat(media.state()).isEqualTo(MediaState.EXPIRED))
                    .satisfies(media -> assertThat(media.reason()).isEqualTo("not-there"))
                    .satisfies(media -> assertThat(media.mime()).isEqualTo("image/jpeg"));
            assertThat(words(store)).doesNotContain("'right'");
        }
    }

    @Test
    void whatIsWipedIsNotFoundInItsFileEither(TestDatabase database) {
        try (TestStore store = TestStore.on(database, "groupwatch.store.revoked-content=wipe")) {
            store.store(List.of(image()));
            store.storeMedia(List.of(records.media(MediaEvents.stored(IMAGE, 1, "secret", "secret"))));
            store.store(List.of(records.message(Webhooks.event(
                    "messages.delete",
                    "loja-norte",
                    "{\"remoteJid\":\"%s\",\"fromMe\":false,\"id\":\"IMG-1\",\"participant\":\"%s\",\"status\":\"DELETED\"}"
                            .formatted(GROUP, ANA),
                    "2026-11-20T20:40:00Z"))));
            assertThat(message(store).media()).isNull();
            store.storeMedia(List.of(records.media(MediaEvents.stored(IMAGE, 2, "secret", "secret"))));
            assertThat(Contents.rows(database).toString()).doesNotContain("secret");
        }
    }

    @Test
    void aGroupThatIsSwitchedOffKeepsWhatBelongsToItsMessages(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.store(List.of(image()));
            database.execute(
                    "INSERT INTO store.group_settings (group_jid, monitored, changed_at, revision, announced) VALUES ('"
                            + GROUP + "', false, now(), 1, 1)");
            BatchResult result = store.storeMedia(List.of(
                    records.media(MediaEvents.stored(IMAGE, 1, null, null)),
                    records.media(MediaEvents.stored(MediaEvents.inGroup(GROUP, "ANOTHER"), 1, null, null))));
            assertThat(result.stored()).isEqualTo(1);
            assertThat(result.ignored()).isEqualTo(1);
            assertThat(media(store).state()).isEqualTo(MediaState.STORED);
        }
    }

    @Test
    void whatNobodyCanReadIsSetAside(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            BatchResult result = store.storeMedia(List.of(
                    records.record("groupwatch.media.v1", "{}".getBytes(StandardCharsets.UTF_8)),
                    records.media(MediaEvents.stored(MediaEvents.inGroup(GROUP, "x".repeat(300)), 1, null, null)),
                    records.media(MediaEvents.stored(IMAGE, 1, "nul \u0000 and half \ud83d", null))));
            assertThat(result.rejected()).hasSize(2);
            assertThat(result.stored()).isEqualTo(1);
        }
    }

    private IncomingRecord image() {
        return records.message(Webhooks.image(GROUP, "IMG-1", ANA, Instant.parse("2026-11-20T20:28:00Z")));
    }

    private static Message message(TestStore store) {
        MessageKey key = new MessageKey(GROUP, "IMG-1");
        return Objects.requireNonNull(Objects.requireNonNull(
                        store.get(MessageLoader.class).load(List.of(key)).block())
                .get(key));
    }

    private static Media media(TestStore store) {
        return Objects.requireNonNull(message(store).media());
    }

    private static String words(TestStore store) {
        return Contents.rows(store.database()).get("messages").stream()
                .map(EventCodec.mapper()::readTree)
                .filter(row -> row.path("id").asString().equals("IMG-1"))
                .map(row -> row.path("words").asString())
                .findFirst()
                .orElseThrow();
    }
}
