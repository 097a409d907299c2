package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Questions and orders to the broker itself. The client is made at the first of them, off the event loop. */
final class BrokerAdmin implements AutoCloseable {

    private final Supplier<Admin> factory;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(1, 64, "broker-admin", 60, true);
    private @Nullable Admin admin;

    BrokerAdmin(Supplier<Admin> factory) {
        this.factory = factory;
    }

    /** Empty when the answer is null, as for orders. */
    <T> Mono<T> ask(Function<Admin, KafkaFuture<T>> question) {
        return Mono.fromCallable(this::client)
                .subscribeOn(scheduler)
                .flatMap(client ->
                        Mono.fromCompletionStage(() -> question.apply(client).toCompletionStage()))
                .publishOn(Schedulers.parallel());
    }

    private synchronized Admin client() {
        if (admin == null) {
            admin = factory.get();
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        scheduler.dispose();
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
