package groupwatch.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class FolderObjectStoreTest extends ObjectStoreContract {

    private static final Instant NOW = Instant.now();

    @TempDir
    private Path temporary;

    private Path folder;
    private FolderObjectStore objects;

    @BeforeEach
    void open() {
        folder = temporary.resolve("not/there/yet");
        objects = new FolderObjectStore(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        objects.close();
    }

    @Override
    ObjectStore objects() {
        return objects;
    }

    @Test
    void keepsFilesUnderTheirKeysWithTheClocksTime() {
        put("media/ab/abcd", new byte[] {1});

        assertThat(folder.resolve("media/ab/abcd")).hasBinaryContent(new byte[] {1});
        assertThat(objects.find("media/ab/abcd").block())
                .satisfies(object -> assertThat(object.storedAt()).isBetween(NOW.minusMillis(1), NOW));
    }

    @Test
    void aCopyIsAsOldAsTheCopying() throws IOException {
        put("claims/old", new byte[] {1});
        Files.setLastModifiedTime(folder.resolve("claims/old"), FileTime.from(NOW.minusSeconds(100_000)));

        objects.copy("claims/old", "media/ab/old").block();

        assertThat(objects.find("media/ab/old").block())
                .satisfies(object -> assertThat(object.storedAt()).isAfter(NOW.minusSeconds(1)));
    }

    @Test
    void isUnavailableWhereNoFolderCanBe() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file stands there");

        assertThatThrownBy(() -> put("a", new byte[] {1})).isInstanceOf(ObjectStoreUnavailableException.class);
        assertThatThrownBy(() -> objects.check().block()).isInstanceOf(ObjectStoreUnavailableException.class);

        Files.delete(folder);
        put("a", new byte[] {1});
        objects.check().block();
    }

    @Test
    void sweepsWhatADeadProcessLeftAndNothingElse() throws IOException {
        put("a", new byte[] {1});
        Path left = Files.writeString(folder.resolve("~unfinished/left"), "half");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(2))));
        Path fresh = Files.writeString(folder.resolve("~unfinished/fresh"), "half");

        assertThat(objects.sweepUnfinished(NOW.minus(Duration.ofDays(1))).block())
                .isOne();

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        assertThat(objects.list("").map(StoredObject::key).collectList().block())
                .containsExactly("a");
    }

    @Test
    void noEventLoopTouchesTheDisk() {
        // BlockHound fails what blocks a parallel thread
        Mono<List<ByteBuffer>> roundTrip = objects.put("loop/a", content(bytes(300_000)))
                .then(objects.copy("loop/a", "loop/b"))
                .then(objects.find("loop/b"))
                .thenMany(objects.list("loop/"))
                .concatMap(object -> objects.read(object.key(), ByteRange.ALL).publishOn(Schedulers.parallel(), 1))
                .concatWith(Flux.defer(() -> objects.delete("loop/a").then(Mono.empty())))
                .collectList();

        assertThat(roundTrip.subscribeOn(Schedulers.parallel()).block())
                .extracting(ByteBuffer::remaining)
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(600_000));
    }

    @Override
    long unfinished() {
        try (Stream<Path> files = Files.list(folder.resolve("~unfinished"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void eventuallyNothingIsUnfinished() {
        await().until(() -> unfinished() == 0);
    }
}
