package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads records in batches, has them handled one batch after the other, and commits after the effect. Made by
 * {@link BatchConsumers}; a bean of this type starts and stops with the service.
 *
 * <p>At most one batch is in hand and one more is waiting; beyond that the partitions are paused. When the broker or the
 * subscription fails, a new connection is made after a pause, for ever. Stopping lets the batch in hand end.
 */
public final class BatchConsumer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BatchConsumer.class);

    /** Longest wait for the batch in hand when the service stops; what is not done then comes again. */
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final BatchConsumerSettings settings;
    private final BatchReceiver receiver;
    private final BatchPipeline pipeline;
    private final ConsumerProgress progress;
    private volatile @Nullable Session session;

    BatchConsumer(
            BatchConsumerSettings settings, BatchReceiver receiver, BatchPipeline pipeline, ConsumerProgress progress) {
        this.settings = settings;
        this.receiver = receiver;
        this.pipeline = pipeline;
        this.progress = progress;
    }

    /** Consumer group. */
    public String name() {
        return settings.group();
    }

    /** How far it is. */
    public ConsumerProgress progress() {
        return progress;
    }

    @Override
    public synchronized void start() {
        if (session == null) {
            session = new Session();
        }
    }

    @Override
    public void stop() {
        stopped().block(DRAIN.plus(DRAIN));
    }

    @Override
    public void stop(Runnable callback) {
        stopped().doFinally(ended -> callback.run()).subscribe();
    }

    private synchronized Mono<Void> stopped() {
        Session current = session;
        session = null;
        return current == null ? Mono.empty() : current.end();
    }

    @Override
    public boolean isRunning() {
        return session != null;
    }

    /** From one start to the next stop. */
    private final class Session {

        private final Scheduler scheduler = Schedulers.newSingle("batch-" + settings.group(), true);
        private final Gate gate = new Gate();
        private final Sinks.Empty<Void> stopping = Sinks.empty();
        private final Disposable running = Flux.defer(() -> receiver.receive(scheduler))
                .concatMap(this::work, 1)
                .doOnError(error -> !(error instanceof CancellationException), this::report)
                .retryWhen(settings.retry().forEver())
                .subscribe();

        private Mono<Void> work(ReceivedBatch batch) {
            return gate.pass(Flux.fromIterable(Portions.of(batch.records(), settings.maxBatchBytes()))
                    .concatMap(this::portion, 1)
                    .then(Mono.fromRunnable(batch::acknowledge)));
        }

        private Mono<Void> portion(List<IncomingRecord> records) {
            return Mono.when(
                    pipeline.process(records, stopping.asMono())
                            .doOnSubscribe(begun -> progress.begun())
                            .doOnSuccess(done -> progress.done()),
                    pause());
        }

        /** Ends when the next portion may begin. */
        private Mono<Void> pause() {
            return settings.minInterval().isZero()
                    ? Mono.empty()
                    : Mono.delay(settings.minInterval(), scheduler).then();
        }

        private void report(Throwable error) {
            progress.restarted();
            log.warn("{}: the connection is made anew after: {}", settings.group(), String.valueOf(error));
        }

        private Mono<Void> end() {
            Mono<Void> drained = gate.close();
            stopping.tryEmitEmpty();
            return drained.timeout(DRAIN)
                    .onErrorComplete()
                    .then(Mono.fromRunnable(running::dispose))
                    .then(receiver.closed().timeout(DRAIN).onErrorComplete())
                    .doFinally(ended -> scheduler.dispose());
        }
    }
}
