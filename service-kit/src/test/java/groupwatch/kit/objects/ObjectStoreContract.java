package groupwatch.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a store promises, asked of each kind of store. */
abstract class ObjectStoreContract {

    private static final int PIECE = 50_000;

    private final String place = "contract/" + UUID.randomUUID();

    abstract ObjectStore objects();

    /** Of writes that have not ended. */
    abstract long unfinished();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000, 12_000_000})
    void givesBackWhatWasPut(int size) {
        byte[] bytes = bytes(size);

        StoredObject put = put(key("a"), bytes);

        assertThat(put.size()).isEqualTo(size);
        assertThat(put.key()).isEqualTo(key("a"));
        assertThat(read(key("a"), ByteRange.ALL)).isEqualTo(bytes);
        StoredObject found = objects().find(key("a")).block();
        assertThat(found).isNotNull();
        assertThat(found.size()).isEqualTo(size);
        assertThat(unfinished()).isZero();
    }

    @Test
    void readsRanges() {
        byte[] bytes = bytes(300_000);
        put(key("ranges"), bytes);

        assertThat(read(key("ranges"), new ByteRange(0, 0L))).isEqualTo(Arrays.copyOf(bytes, 1));
        assertThat(read(key("ranges"), new ByteRange(65_530, 140_000L)))
                .isEqualTo(Arrays.copyOfRange(bytes, 65_530, 140_001));
        assertThat(read(key("ranges"), new ByteRange(299_999, null)))
                .isEqualTo(Arrays.copyOfRange(bytes, 299_999, 300_000));
        assertThat(read(key("ranges"), new ByteRange(299_000, 1_000_000L)))
                .isEqualTo(Arrays.copyOfRange(bytes, 299_000, 300_000));
        assertThat(read(key("ranges"), new ByteRange(300_000, null))).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        put(key("same"), bytes(100_000));
        put(key("same"), new byte[] {1, 2});

        assertThat(read(key("same"), ByteRange.ALL)).containsExactly(1, 2);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(objects().find(key("missing")).blockOptional()).isEmpty();
        assertThatThrownBy(() -> read(key("missing"), ByteRange.ALL)).isInstanceOf(ObjectMissingException.class);
        assertThatThrownBy(() -> objects().copy(key("missing"), key("to")).block())
                .isInstanceOf(ObjectMissingException.class);
        objects().delete(key("missing")).block();
        put(key("folder/file"), bytes(10));
        assertThat(objects().find(key("folder")).blockOptional()).isEmpty();
        assertThatThrownBy(() -> read(key("folder"), ByteRange.ALL)).isInstanceOf(ObjectMissingException.class);
        objects().delete(key("folder")).block();
        assertThat(read(key("folder/file"), ByteRange.ALL)).hasSize(10);
    }

    @Test
    void deletes() {
        put(key("gone"), bytes(10));

        objects().delete(key("gone")).block();

        assertThat(objects().find(key("gone")).blockOptional()).isEmpty();
    }

    @Test
    void copiesAndKeepsTheCopyWhenTheFirstGoes() {
        byte[] bytes = bytes(100_000);
        put(key("claims/one"), bytes);

        StoredObject copy =
                objects().copy(key("claims/one"), key("media/ab/one")).block();
        objects().copy(key("claims/one"), key("media/ab/one")).block();
        objects().copy(key("media/ab/one"), key("media/ab/one")).block();
        objects().delete(key("claims/one")).block();

        assertThat(copy).isNotNull();
        assertThat(copy.size()).isEqualTo(100_000);
        assertThat(copy.key()).isEqualTo(key("media/ab/one"));
        assertThat(read(key("media/ab/one"), ByteRange.ALL)).isEqualTo(bytes);
        assertThat(unfinished()).isZero();
    }

    @Test
    void listsByTheBeginningOfTheKey() {
        List.of("list/x/1", "list/x/2", "list/xy/3", "list/y/4", "list/x5").forEach(name -> put(key(name), bytes(3)));

        assertThat(list(key("list/x/"))).containsExactlyInAnyOrder(key("list/x/1"), key("list/x/2"));
        assertThat(list(key("list/x")))
                .containsExactlyInAnyOrder(key("list/x/1"), key("list/x/2"), key("list/xy/3"), key("list/x5"));
        assertThat(list(key("list/"))).hasSize(5);
        assertThat(list(key("nothing/here"))).isEmpty();
        assertThat(objects().list(key("list/y/")).single().block()).satisfies(object -> {
            assertThat(object.size()).isEqualTo(3);
            assertThat(object.storedAt())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 12_000_000})
    void leavesNothingOfContentThatFails(int size) {
        Flux<ByteBuffer> content =
                content(bytes(size)).concatWith(Mono.error(new IllegalStateException("sender left")));

        assertThatThrownBy(() -> objects().put(key("failed"), content).block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sender left");

        assertThat(objects().find(key("failed")).blockOptional()).isEmpty();
        eventuallyNothingIsUnfinished();
    }

    @Test
    void keepsWhatWasThereWhenItsReplacementFails() {
        put(key("kept"), new byte[] {7});
        Flux<ByteBuffer> content = content(bytes(100)).concatWith(Mono.error(new IllegalStateException("sender left")));

        assertThatThrownBy(() -> objects().put(key("kept"), content).block()).isInstanceOf(IllegalStateException.class);

        assertThat(read(key("kept"), ByteRange.ALL)).containsExactly(7);
    }

    @Test
    void leavesNothingOfAPutThatIsCancelled() {
        Sinks.One<Boolean> begun = Sinks.one();
        Flux<ByteBuffer> endless = content(bytes(12_000_000)).concatWith(Flux.defer(() -> {
            begun.tryEmitValue(true);
            return Flux.never();
        }));

        Disposable put = objects().put(key("cancelled"), endless).subscribe();
        begun.asMono().block();
        put.dispose();

        eventuallyNothingIsUnfinished();
        assertThat(objects().find(key("cancelled")).blockOptional()).isEmpty();
    }

    @Test
    void asksForContentAtTheStoresPace() {
        AtomicLong ahead = new AtomicLong();
        AtomicLong most = new AtomicLong();
        Flux<ByteBuffer> content = content(bytes(30_000_000))
                .doOnRequest(more -> most.accumulateAndGet(ahead.addAndGet(more), Math::max))
                .doOnNext(buffer -> ahead.decrementAndGet());

        objects().put(key("paced"), content).block();

        // 600 pieces in all
        assertThat(most.get()).isLessThan(250);
    }

    @Test
    void readsAtTheReadersPace() {
        put(key("slow"), bytes(12_000_000));
        AtomicInteger got = new AtomicInteger();
        Sinks.One<Boolean> first = Sinks.one();
        BaseSubscriber<ByteBuffer> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(ByteBuffer buffer) {
                got.incrementAndGet();
                first.tryEmitValue(true);
            }
        };

        objects().read(key("slow"), ByteRange.ALL).subscribe(reader);
        first.asMono().block();
        reader.cancel();

        assertThat(got).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "..", "a/../b", "a/.", "a b", "~unfinished/a", "a\\b", "a\u0000", "ä"})
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> objects().put(key, content(bytes(1))).block())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects().read(key, ByteRange.ALL).blockLast())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWellWhenItAnswers() {
        assertThat(objects().check().blockOptional()).isEmpty();
    }

    abstract void eventuallyNothingIsUnfinished();

    String key(String name) {
        return place + "/" + name;
    }

    StoredObject put(String key, byte[] bytes) {
        return objects().put(key, content(bytes)).blockOptional().orElseThrow();
    }

    byte[] read(String key, ByteRange range) {
        return objects()
                .read(key, range)
                .collect(ByteArrayOutputStream::new, ObjectStoreContract::write)
                .map(ByteArrayOutputStream::toByteArray)
                .blockOptional()
                .orElseThrow();
    }

    private static void write(ByteArrayOutputStream out, ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        out.writeBytes(part);
    }

    private List<String> list(String prefix) {
        return objects()
                .list(prefix)
                .map(StoredObject::key)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    static Flux<ByteBuffer> content(byte[] bytes) {
        int pieces = (bytes.length + PIECE - 1) / PIECE;
        return Flux.range(0, pieces)
                .map(piece -> ByteBuffer.wrap(bytes, piece * PIECE, Math.min(PIECE, bytes.length - piece * PIECE)));
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
