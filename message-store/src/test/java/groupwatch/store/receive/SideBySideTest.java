package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SideBySideTest {

    private final List<List<IncomingRecord>> parts = new CopyOnWriteArrayList<>();

    @Test
    void aSmallBatchStaysWhole() {
        List<IncomingRecord> batch = batch(99);

        StepVerifier.create(new SideBySide(this::handle).handle(batch))
                .expectNext(BatchResult.stored(99))
                .verifyComplete();

        assertThat(parts).containsExactly(batch);
    }

    @Test
    void aLargeBatchIsTwoPartsWithEachChatInOneOfThemInItsOrder() {
        List<IncomingRecord> batch = batch(1000);

        StepVerifier.create(new SideBySide(this::handle).handle(batch))
                .expectNext(BatchResult.stored(1000))
                .verifyComplete();

        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part).hasSizeGreaterThan(200);
            assertThat(part).isSortedAccordingTo((one, other) -> Long.compare(one.offset(), other.offset()));
        });
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(batch);
        Set<String> both = new HashSet<>(keys(parts.getFirst()));
        both.retainAll(keys(parts.getLast()));
        assertThat(both).isEmpty();
    }

    @Test
    void bothPartsAreUnderWayAtTheSameTime() {
        Sinks.Empty<Void> open = Sinks.empty();
        BatchHandler waiting = part -> handle(part).delayUntil(done -> open.asMono());

        StepVerifier.create(new SideBySide(waiting).handle(batch(200)))
                .then(() -> assertThat(parts).hasSize(2))
                .then(open::tryEmitEmpty)
                .expectNext(BatchResult.stored(200))
                .verifyComplete();
    }

    @Test
    void aFailedPartFailsTheBatch() {
        BatchHandler failing =
                part -> part.getFirst().offset() == 0 ? Mono.error(new IllegalStateException()) : handle(part);

        StepVerifier.create(new SideBySide(failing).handle(batch(200))).verifyError(IllegalStateException.class);
    }

    private Mono<BatchResult> handle(List<IncomingRecord> part) {
        parts.add(part);
        return Mono.just(BatchResult.stored(part.size()));
    }

    private static List<IncomingRecord> batch(int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(n -> new IncomingRecord(
                        "topic", 0, n, "12036300000%02d@g.us".formatted(n % 40), new byte[0], Map.of(), Instant.EPOCH))
                .toList());
    }

    private static Set<String> keys(List<IncomingRecord> part) {
        Set<String> keys = new HashSet<>();
        part.forEach(record -> keys.add(String.valueOf(record.key())));
        return keys;
    }
}
