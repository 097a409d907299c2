package groupwatch.kit.kafka;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets one piece of work through at a time; once closed, lets the one inside end and holds back the next for good. */
final class Gate {

    private boolean closed;
    private Sinks.@Nullable Empty<Void> inside;

    /** The work, unless the gate is closed: then it never begins and the result never comes. */
    Mono<Void> pass(Mono<Void> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> leaving = enter();
            return leaving == null ? Mono.never() : work.doFinally(ended -> leave(leaving));
        });
    }

    private synchronized Sinks.@Nullable Empty<Void> enter() {
        if (closed) {
            return null;
        }
        inside = Sinks.empty();
        return inside;
    }

    private void leave(Sinks.Empty<Void> leaving) {
        synchronized (this) {
            inside = null;
        }
        leaving.tryEmitEmpty();
    }

    /** Closes; completes when nothing is inside any more. */
    synchronized Mono<Void> close() {
        closed = true;
        return inside == null ? Mono.empty() : inside.asMono();
    }
}
