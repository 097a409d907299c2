package groupwatch.kit.kafka;

import groupwatch.kit.metrics.PipelineMetrics;
import groupwatch.kit.tracing.KafkaTracing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One batch, to its end: handled, its bad records found and dead-lettered, counted. The Mono completes when all of it is
 * durable, however long that takes; it errors only with what no retry can mend in this process (never for a broker or a
 * database that is away).
 */
final class BatchPipeline {

    private static final Logger log = LoggerFactory.getLogger(BatchPipeline.class);

    private final BatchConsumerSettings settings;
    private final BatchHandler handler;
    private final RecordPublisher publisher;
    private final Predicate<Throwable> poison;
    private final DeadLetters deadLetters;
    private final PipelineMetrics metrics;
    private final KafkaTracing tracing;

    BatchPipeline(
            BatchConsumerSettings settings,
            BatchHandler handler,
            RecordPublisher publisher,
            Predicate<Throwable> poison,
            DeadLetters deadLetters,
            PipelineMetrics metrics,
            KafkaTracing tracing) {
        this.settings = settings;
        this.handler = handler;
        this.publisher = publisher;
        this.poison = poison;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /**
     * @param stopping completes when the service stops: then an attempt under way still ends, but a failed one is not repeated,
     *     and the error says that the batch is not done
     */
    Mono<Void> process(List<IncomingRecord> batch, Mono<Void> stopping) {
        Mono<Void> work = handled(batch, stopping)
                .flatMap(result -> setAside(result, stopping).thenReturn(result))
                .elapsed()
                .doOnNext(timed -> count(batch, timed.getT2(), Duration.ofMillis(timed.getT1())))
                .then();
        return tracing.inBatchSpan(
                settings.group() + " batch",
                batch.stream().map(IncomingRecord::headers).toList(),
                work);
    }

    /** Handles the batch; when a record is to blame, in halves, until it stands alone. */
    private Mono<BatchResult> handled(List<IncomingRecord> batch, Mono<Void> stopping) {
        return attempt(batch)
                .retryWhen(again(poison.negate(), stopping))
                .onErrorResume(
                        poison,
                        error -> batch.size() == 1 ? rejected(batch.getFirst(), error) : halves(batch, stopping));
    }

    private Mono<BatchResult> attempt(List<IncomingRecord> batch) {
        return Mono.defer(() -> handler.handle(batch))
                .timeout(settings.handleTimeout())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The handler gave no result")))
                .doOnError(this::countFailure);
    }

    private Mono<BatchResult> halves(List<IncomingRecord> batch, Mono<Void> stopping) {
        int middle = batch.size() / 2;
        return handled(batch.subList(0, middle), stopping)
                .flatMap(first ->
                        handled(batch.subList(middle, batch.size()), stopping).map(first::plus));
    }

    private Mono<BatchResult> rejected(IncomingRecord record, Throwable error) {
        String reason = String.valueOf(error.getMessage());
        return Mono.just(new BatchResult(
                0,
                0,
                0,
                List.of(new RejectedRecord(record, reason, error.getClass().getName()))));
    }

    private Mono<Void> setAside(BatchResult result, Mono<Void> stopping) {
        if (result.rejected().isEmpty()) {
            return Mono.empty();
        }
        result.rejected().forEach(this::report);
        return publisher
                .publishAll(result.rejected().stream().map(deadLetters::of).toList())
                .doOnError(this::countFailure)
                .retryWhen(again(error -> true, stopping));
    }

    private Retry again(Predicate<Throwable> worthIt, Mono<Void> stopping) {
        return Retry.from(failures -> failures.concatMap(failure -> {
            if (!worthIt.test(failure.failure())) {
                return Mono.<Long>error(failure.failure());
            }
            reportRetry(failure);
            return Mono.firstWithSignal(
                    Mono.delay(settings.retry().pause(failure.totalRetriesInARow())),
                    stopping.then(Mono.error(() -> new CancellationException("stopping"))));
        }));
    }

    private void count(List<IncomingRecord> batch, BatchResult result, Duration duration) {
        if (result.total() != batch.size()) {
            log.error(
                    "The handler accounted for {} of {} records: its numbers are wrong", result.total(), batch.size());
        }
        metrics.done(
                batch.stream().collect(Collectors.groupingBy(IncomingRecord::topic, Collectors.summingInt(one -> 1))),
                result.stored(),
                result.duplicate(),
                result.ignored(),
                result.rejected().size());
        metrics.took(duration);
    }

    private void countFailure(Throwable error) {
        metrics.attemptFailed(
                poison.test(error) ? "poison" : error instanceof TimeoutException ? "timeout" : "transient");
    }

    private void report(RejectedRecord rejected) {
        log.atError()
                .addKeyValue("topic", rejected.record().topic())
                .addKeyValue("partition", rejected.record().partition())
                .addKeyValue("offset", rejected.record().offset())
                .log("Set aside as a dead letter: {}", rejected.reason());
    }

    private void reportRetry(Retry.RetrySignal signal) {
        // once when it begins and then now and again: a database that is away for an hour is no hour of log lines
        if (Long.bitCount(signal.totalRetriesInARow() + 1) == 1) {
            log.warn(
                    "{}: attempt {} failed, trying again: {}",
                    settings.group(),
                    signal.totalRetriesInARow() + 1,
                    String.valueOf(signal.failure()));
        }
    }
}
