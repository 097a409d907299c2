package groupwatch.media.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import groupwatch.media.testing.Picture;
import groupwatch.media.testing.RunningWorker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What goes when its time is over, and what nobody needs. */
class RetentionIT {

    private static final String GROUP = "120363000000000102@g.us";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningWorker worker = RunningWorker.shared();

    @Test
    void anOldFileGoesAndOneThatAYoungerMessageNeedsStays() {
        byte[] old = Picture.of("old alone");
        byte[] shared = Picture.of("old and young");
        byte[] history = Picture.of("old, and came today");
        Message alone = stored("OLD-ALONE", 1, old);
        Message elder = stored("OLD-SHARED", 1, shared);
        worker.clock().advance(Duration.ofDays(91));
        Message younger = stored("YOUNG-SHARED", 1, shared);
        Message late = stored("LATE", 400, history);

        worker.get(RetentionJob.class).apply().block(PATIENCE);
        assertThat(row(alone).state()).isEqualTo(MediaState.EXPIRED);
        assertThat(row(elder).state()).isEqualTo(MediaState.EXPIRED);
        assertThat(row(younger).state()).isEqualTo(MediaState.STORED);
        assertThat(row(late).state()).isEqualTo(MediaState.STORED);
        assertThat(has(StoredFile.key(RunningWorker.sha256(old)))).isFalse();
        assertThat(has(StoredFile.key(RunningWorker.sha256(shared)))).isTrue();
        assertThat(worker.told("OLD-ALONE").getLast())
                .isInstanceOfSatisfying(
                        MediaFailed.class, event -> assertThat(event.reason()).isEqualTo("retention"));
    }

    @Test
    void theSweeperRemovesWhatNobodyNeedsAndNothingElse() throws IOException {
        byte[] needed = Picture.of("needed");
        Message message = stored("NEEDED", 1, needed);
        byte[] orphan = Picture.of("orphan");
        String object = StoredFile.key(RunningWorker.sha256(orphan));
        put(object, orphan);
        String thumbnail = "thumbnails/ab/" + "ab".repeat(32) + ".jpg";
        put(thumbnail, orphan);
        String claim = worker.claim("nobody-came", orphan);
        String body = "bodies/2026-11-24/a";
        put(body, orphan);
        Path temporary = Files.writeString(worker.workFolder().resolve("left-behind.part"), "x");
        Path looking = Files.createDirectory(worker.workFolder().resolve("inspect-1"));
        Files.writeString(looking.resolve("thumbnail"), "x");
        Path foreign = Files.writeString(worker.workFolder().resolve("foreign"), "x");
        worker.clock().advance(Duration.ofHours(23));
        worker.get(Sweeper.class).sweep().block(PATIENCE);
        assertThat(has(object) && has(thumbnail) && has(claim) && has(body) && Files.exists(temporary))
                .isTrue();

        worker.clock().advance(Duration.ofHours(2));
        worker.get(Sweeper.class).sweep().block(PATIENCE);
        assertThat(has(object) || has(thumbnail) || has(claim) || Files.exists(temporary) || Files.exists(looking))
                .isFalse();
        assertThat(has(body)).isTrue();
        assertThat(foreign).exists();
        Files.delete(foreign);
        StoredFile kept = Objects.requireNonNull(row(message).stored());
        assertThat(has(kept.key())).isTrue();
        assertThat(has(Objects.requireNonNull(kept.thumbnail()))).isTrue();
        worker.clock().advance(Duration.ofDays(30));
        worker.get(Sweeper.class).sweep().block(PATIENCE);
        assertThat(has(body)).isFalse();
    }

    @Test
    void whatTheTopicWasNotToldIsToldLater() {
        Message message = stored("UNTOLD", 1, Picture.of("untold"));
        await().until(() -> !worker.told("UNTOLD").isEmpty());
        worker.database().execute("UPDATE media.media SET announced = 0, revision = 2 WHERE message_id = 'UNTOLD'");
        worker.clock().advance(Duration.ofMinutes(2));

        worker.get(Sweeper.class).tellUntold().block(PATIENCE);
        assertThat(worker.told("UNTOLD").getLast().revision()).isEqualTo(2);
        assertThat(row(message).revision()).isEqualTo(2);
    }

    private Message stored(String id, int daysAgo, byte[] file) {
        worker.evolution().has(id, file);
        Message message =
                worker.message(GROUP, id, worker.clock().instant().minus(Duration.ofDays(daysAgo)), file, null);
        worker.announce(message);
        await().atMost(PATIENCE).until(() -> {
            MediaRow row = find(message);
            return row != null && row.state() == MediaState.STORED;
        });
        return message;
    }

    private MediaRow row(Message message) {
        return Objects.requireNonNull(find(message));
    }

    private MediaRow find(Message message) {
        return worker.get(MediaRows.class)
                .find(UUID.fromString(MessageRef.of(message).mediaId()))
                .block(PATIENCE);
    }

    private void put(String key, byte[] bytes) {
        worker.store().put(key, Flux.just(ByteBuffer.wrap(bytes))).block(PATIENCE);
    }

    private boolean has(String key) {
        return worker.store().find(key).blockOptional(PATIENCE).isPresent();
    }
}
