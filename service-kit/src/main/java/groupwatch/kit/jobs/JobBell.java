package groupwatch.kit.jobs;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells the runners of this process that there may be something to do; who does not hear it finds out by looking. */
final class JobBell {

    private final Sinks.Many<Boolean> strokes = Sinks.many().multicast().directBestEffort();

    void ring() {
        strokes.tryEmitNext(true);
    }

    Flux<Boolean> strokes() {
        return strokes.asFlux();
    }
}
