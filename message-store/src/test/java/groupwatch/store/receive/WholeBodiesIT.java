package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.EventCodec;
import groupwatch.events.SampleEvents;
import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectMissingException;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A webhook that lies in the object store is stored as one that lies in its record. */
@WithPostgres
class WholeBodiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "bodies/2026-11-24/one";

    private final Scheduler readers = Schedulers.newBoundedElastic(1, 4, "test-bodies");
    private final Map<String, byte[]> objects = new HashMap<>();
    private boolean away;

    @AfterEach
    void dispose() {
        readers.dispose();
    }

    @Test
    void aHistoryOfManyPortionsEndsInTheSameRows(TestDatabase database) {
        byte[] history = history(3_000);
        assertThat(history.length).isGreaterThan(2_500_000);
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            store.store(List.of(new Records().record(Topics.RAW_HISTORY, history)));
            Map<String, List<String>> rows = Contents.rows(database);
            assertThat(rows.get("messages")).hasSizeGreaterThan(3_000);
            List<String> raw = Contents.raw(database).stream().sorted().toList();
            Contents.empty(database);

            objects.put(KEY, history);
            assertThat(handle(store, whole(KEY))).isEqualTo(BatchResult.stored(1));

            Contents.rows(database)
                    .forEach((table, found) -> assertThat(found).as(table).isEqualTo(rows.get(table)));
            assertThat(Contents.raw(database).stream().sorted().toList()).hasSameSizeAs(raw);
            int announced = store.published().messageEvents().size();
            handle(store, whole(KEY));
            assertThat(store.published().messageEvents())
                    .as("the same again, under the same ids")
                    .hasSizeGreaterThan(announced);
            assertThat(store.published().messageEvents().stream()
                            .map(event -> event.eventId())
                            .distinct())
                    .hasSizeLessThanOrEqualTo(announced);
        }
    }

    @Test
    void othersOfItsBatchAreStoredToo(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            objects.put(KEY, SampleEvents.IMAGE);
            BatchResult result = handle(store, new Records().message(SampleEvents.GROUP_TEXT), whole(KEY));
            assertThat(result).isEqualTo(BatchResult.stored(2));
        }
    }

    @Test
    void whatIsGoneOrBrokenIsSetAsideWithTheRecordAsItCame(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            IncomingRecord gone = whole("bodies/2026-11-24/gone");
            assertThat(handle(store, gone).rejected())
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.record()).isSameAs(gone))
                    .satisfies(rejected -> assertThat(rejected.reason()).contains("no longer in the object store"));
            objects.put(KEY, "{\"event\":\"messages.set\",\"data\":[{".getBytes(StandardCharsets.UTF_8));
            IncomingRecord broken = whole(KEY);
            assertThat(handle(store, broken).rejected())
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.record()).isSameAs(broken))
                    .satisfies(rejected -> assertThat(rejected.reason()).contains("cannot be read"));
        }
    }

    @Test
    void whileTheObjectStoreIsAwayNothingIsSetAside(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            away = true;
            assertThatThrownBy(() -> handle(store, whole(KEY)))
                    .isInstanceOf(ObjectStoreUnavailableException.class)
                    .satisfies(error -> assertThat(Failures.isPoison(error)).isFalse());
        }
    }

    private BatchResult handle(TestStore store, IncomingRecord... records) {
        return Objects.requireNonNull(new WholeBodies(store.get(StoreBatch.class), store(), readers)
                .handle(List.of(records))
                .block(PATIENCE));
    }

    private static IncomingRecord whole(String key) {
        return new IncomingRecord(
                Topics.RAW_HISTORY,
                0,
                77,
                "loja-norte",
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(WholeBodies.HEADER, key),
                Instant.now());
    }

    /** Reads what a test put there; nothing else of a store is asked for. */
    private ObjectStore store() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("read");
                    assertThat(arguments[1]).isEqualTo(ByteRange.ALL);
                    return read((String) arguments[0]);
                });
    }

    private Flux<ByteBuffer> read(String key) {
        if (away) {
            return Flux.error(new ObjectStoreUnavailableException("away", new IllegalStateException()));
        }
        byte[] body = objects.get(key);
        return body == null
                ? Flux.error(new ObjectMissingException(key))
                : Flux.range(0, body.length / 65_536 + 1)
                        .map(i -> ByteBuffer.wrap(body, i * 65_536, Math.min(65_536, body.length - i * 65_536))
                                .slice());
    }

    /** A chunk of history with so many messages more. */
    private static byte[] history(int messages) {
        ObjectNode root = (ObjectNode) EventCodec.mapper().readTree(SampleEvents.HISTORY);
        ArrayNode data = (ArrayNode) root.path("data");
        ObjectNode first = (ObjectNode) data.get(0);
        for (int i = 0; i < messages; i++) {
            ObjectNode copy = first.deepCopy();
            ((ObjectNode) copy.path("key")).put("id", "MANY" + i);
            copy.put("padding", "x".repeat(700));
            data.add(copy);
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }
}
