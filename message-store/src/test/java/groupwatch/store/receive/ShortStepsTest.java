package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class ShortStepsTest {

    private final List<List<IncomingRecord>> steps = new CopyOnWriteArrayList<>();

    @Test
    void aLargeChunkIsSeveralStepsWithEachMessageInOneOfThemInItsOrder() {
        List<IncomingRecord> batch = List.of(record(1, chunk(1000)));

        StepVerifier.create(new ShortSteps(this::handle).handle(batch))
                .expectNext(BatchResult.stored(1))
                .verifyComplete();

        assertThat(steps).hasSizeBetween(7, 9).allSatisfy(step -> {
            IncomingRecord part = step.getFirst();
            assertThat(step).hasSize(1);
            assertThat(part.position()).isEqualTo(batch.getFirst().position());
            assertThat(part.value()).hasSizeLessThan(ShortSteps.ENOUGH + 2 * 1024);
            assertThat(json(part).path("progress").asInt()).isEqualTo(40);
        });
        assertThat(numbers()).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        List<Integer> firsts = steps.stream()
                .map(step -> json(step.getFirst())
                        .path("data")
                        .path(0)
                        .path("number")
                        .asInt())
                .toList();
        assertThat(steps.stream().map(step -> WholeBodies.firstItem(step.getFirst())))
                .isEqualTo(firsts);
    }

    @Test
    void smallRecordsShareAStepAndALargeOneStandsAlone() {
        IncomingRecord one = record(1, chunk(10));
        IncomingRecord two = record(2, chunk(10));
        IncomingRecord large = record(3, chunk(200));
        IncomingRecord last = record(4, chunk(10));

        StepVerifier.create(new ShortSteps(this::handle).handle(List.of(one, two, large, last)))
                .expectNext(BatchResult.stored(4))
                .verifyComplete();

        assertThat(steps.getFirst()).containsExactly(one, two);
        assertThat(steps.getLast()).containsExactly(last);
        assertThat(steps).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void oneStepEndsBeforeTheNextBegins() {
        List<String> seen = new ArrayList<>();
        ShortSteps inSteps = new ShortSteps(step -> Mono.fromRunnable(() -> seen.add("begins"))
                .then(Mono.delay(Duration.ofMillis(1)))
                .then(Mono.fromRunnable(() -> seen.add("ends")))
                .thenReturn(BatchResult.stored(1)));

        StepVerifier.create(inSteps.handle(List.of(record(1, chunk(500)))))
                .expectNextCount(1)
                .verifyComplete();

        assertThat(seen).hasSizeGreaterThan(4);
        assertThat(IntStream.range(0, seen.size()).allMatch(at -> seen.get(at).equals(at % 2 == 0 ? "begins" : "ends")))
                .isTrue();
    }

    @Test
    void afterAStepItPausesForAsLongAsTheStepTookAndASecondAtMost() {
        List<IncomingRecord> batch = List.of(record(1, chunk(100)), record(2, chunk(100)));

        StepVerifier.withVirtualTime(() -> new ShortSteps(taking(Duration.ofMillis(200))).handle(batch))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(799))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(BatchResult.stored(2))
                .verifyComplete();
        StepVerifier.withVirtualTime(() -> new ShortSteps(taking(Duration.ofSeconds(60))).handle(batch))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(121_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(BatchResult.stored(2))
                .verifyComplete();
    }

    private static BatchHandler taking(Duration time) {
        return step -> Mono.delay(time).thenReturn(BatchResult.stored(step.size()));
    }

    @Test
    void whatIsNoWholeWebhookIsHandledAsItCame() {
        IncomingRecord broken = record(1, chunk(300).substring(0, 200_000));
        IncomingRecord withoutItems = record(2, "{\"event\":\"" + "x".repeat(ShortSteps.ENOUGH) + "\"}");

        StepVerifier.create(new ShortSteps(this::handle).handle(List.of(broken, withoutItems)))
                .expectNext(BatchResult.stored(2))
                .verifyComplete();

        assertThat(steps).contains(List.of(broken), List.of(withoutItems));
    }

    @Test
    void aChunkOfWhichAPartIsRejectedIsRejectedAsItCame() {
        IncomingRecord chunk = record(1, chunk(300));
        ShortSteps inSteps = new ShortSteps(step -> Mono.just(
                WholeBodies.firstItem(step.getFirst()) == 0
                        ? BatchResult.stored(1)
                        : new BatchResult(0, 0, 0, List.of(new RejectedRecord(step.getFirst(), "no chat")))));

        StepVerifier.create(inSteps.handle(List.of(chunk)))
                .assertNext(result -> assertThat(result.rejected())
                        .singleElement()
                        .satisfies(rejected -> assertThat(rejected.record()).isSameAs(chunk)))
                .verifyComplete();
    }

    private Mono<BatchResult> handle(List<IncomingRecord> step) {
        steps.add(step);
        return Mono.just(BatchResult.stored(step.size()));
    }

    private List<Integer> numbers() {
        return steps.stream()
                .flatMap(step -> json(step.getFirst()).path("data").valueStream())
                .map(item -> item.path("number").asInt())
                .toList();
    }

    private static JsonNode json(IncomingRecord record) {
        return EventCodec.mapper().readTree(record.value());
    }

    /** Messages of a KB each; what says how far it is comes behind them. */
    private static String chunk(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(number -> "{\"number\":%d,\"text\":\"%s\"}".formatted(number, "x".repeat(1000)))
                .collect(Collectors.joining(
                        ",", "{\"event\":\"messages.set\",\"instance\":\"loja\",\"data\":[", "],\"progress\":40}"));
    }

    private static IncomingRecord record(long offset, String body) {
        return new IncomingRecord(
                "raw", 0, offset, "loja", body.getBytes(StandardCharsets.UTF_8), Map.of(), Instant.EPOCH);
    }
}
