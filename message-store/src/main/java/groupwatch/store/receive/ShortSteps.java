package groupwatch.store.receive;

import groupwatch.events.evolution.WebhookPortions;
import groupwatch.events.evolution.WebhookPortions.Portion;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.function.Tuple2;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has a batch handled in steps of about a hundred messages, each a transaction of its own. A transaction holds what it has written to (the
 * groups and people of its messages, too) until it ends, and live messages of the same groups wait for that: so it must be short, however
 * large a chunk of history is.
 */
final class ShortSteps implements BatchHandler {

    /** Bytes of a step; a message of a history is about one KB. */
    static final int ENOUGH = 128 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final BatchHandler handler;

    ShortSteps(BatchHandler handler) {
        this.handler = handler;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        return Flux.fromIterable(together(batch))
                .concatMap(this::step, 1)
                .reduce(BatchResult.NOTHING, BatchResult::plus);
    }

    /** In their order; what is larger than a step stands alone. */
    private static List<List<IncomingRecord>> together(List<IncomingRecord> batch) {
        List<List<IncomingRecord>> steps = new ArrayList<>();
        int bytes = ENOUGH;
        for (IncomingRecord record : batch) {
            bytes += record.value().length;
            if (bytes > ENOUGH) {
                steps.add(new ArrayList<>());
                bytes = record.value().length;
            }
            steps.getLast().add(record);
        }
        return steps;
    }

    private Mono<BatchResult> step(List<IncomingRecord> records) {
        IncomingRecord first = records.getFirst();
        return first.value().length <= ENOUGH ? paced(records) : apart(first);
    }

    private Mono<BatchResult> paced(List<IncomingRecord> records) {
        return Mono.defer(() -> handler.handle(records))
                .elapsed()
                .delayUntil(timed -> Mono.delay(pause(Duration.ofMillis(timed.getT1()))))
                .map(Tuple2::getT2);
    }

    private static Duration pause(Duration step) {
        return step.compareTo(LONGEST_PAUSE) < 0 ? step : LONGEST_PAUSE;
    }

    /** Of what cannot be taken apart it is the handler who says why. */
    private Mono<BatchResult> apart(IncomingRecord record) {
        return portions(record)
                .concatMap(portion -> paced(List.of(WholeBodies.part(record, portion))), 1)
                .reduce(BatchResult::plus)
                .map(results -> WholeBodies.ofOne(record, results))
                .onErrorResume(JacksonException.class, noJson -> Mono.empty())
                .switchIfEmpty(Mono.defer(() -> paced(List.of(record))));
    }

    private static Flux<Portion> portions(IncomingRecord record) {
        return Mono.fromCallable(() -> WebhookPortions.envelope(new ByteArrayInputStream(record.value())))
                .flatMapMany(envelope -> Flux.fromIterable(() -> apart(record, envelope)))
                .subscribeOn(Schedulers.parallel());
    }

    private static WebhookPortions apart(IncomingRecord record, ObjectNode envelope) {
        // an item is at most what the record is, which could be held
        return WebhookPortions.of(new ByteArrayInputStream(record.value()), envelope, ENOUGH, Integer.MAX_VALUE);
    }
}
