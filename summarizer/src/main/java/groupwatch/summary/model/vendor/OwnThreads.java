package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * A vendor whose client blocks, on threads of its own. They are virtual: what a virtual thread waits for on a socket ends when the thread is
 * interrupted, so a call that nobody waits for any more is over at once, at the vendor too.
 */
final class OwnThreads implements Vendor {

    private final Blocking vendor;
    private final Scheduler threads;

    OwnThreads(Blocking vendor, Scheduler threads) {
        this.vendor = vendor;
        this.threads = threads;
    }

    @Override
    public Mono<Said.Done> complete(String model, ModelRequest request) {
        return Mono.defer(() -> {
            AtomicBoolean abandoned = new AtomicBoolean();
            return Mono.fromCallable(() -> answer(model, request, abandoned))
                    .subscribeOn(threads)
                    .doOnCancel(() -> abandoned.set(true));
        });
    }

    private Said.@Nullable Done answer(String model, ModelRequest request, AtomicBoolean abandoned) {
        try {
            return new Said.Done(vendor.complete(model, request));
        } catch (Exception e) {
            // clients written in Kotlin throw InterruptedException without declaring it
            return orNothing(e, request, abandoned);
        }
    }

    @Override
    public Flux<Said> stream(String model, ModelRequest request) {
        return Flux.defer(() -> {
            AtomicBoolean abandoned = new AtomicBoolean();
            return Flux.<Said, Lazy>generate(
                            () -> new Lazy(model, request),
                            (reading, sink) -> step(reading, sink, abandoned),
                            Lazy::close)
                    .subscribeOn(threads)
                    // closing can wait for the vendor
                    .cancelOn(threads)
                    .doOnCancel(() -> abandoned.set(true));
        });
    }

    private Lazy step(Lazy reading, SynchronousSink<Said> sink, AtomicBoolean abandoned) {
        try {
            Said said = reading.next();
            if (said == null) {
                sink.complete();
            } else {
                sink.next(said);
            }
        } catch (Exception e) {
            orNothing(e, reading.request, abandoned);
            sink.complete();
        }
        return reading;
    }

    /** Nobody waits for the error of a call that was given up, which is the interruption. */
    private Said.@Nullable Done orNothing(Exception error, ModelRequest request, AtomicBoolean abandoned) {
        if (abandoned.get()) {
            return null;
        }
        throw error instanceof VendorException known ? known : vendor.trouble(error, request);
    }

    /** Opened by the thread that reads it. */
    private final class Lazy {

        private final String model;
        private final ModelRequest request;
        private Blocking.@Nullable Reading reading;

        Lazy(String model, ModelRequest request) {
            this.model = model;
            this.request = request;
        }

        @Nullable
        Said next() {
            if (reading == null) {
                reading = vendor.open(model, request);
            }
            return reading.next();
        }

        void close() {
            if (reading != null) {
                reading.close();
            }
        }
    }
}
