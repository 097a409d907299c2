package groupwatch.summary.ask;

import groupwatch.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * An answer as Server-Sent Events. While nothing is said there are comments, so that nobody takes the silence for an end; the first comes soon, long
 * before proxies and the edge give up. What fails before anything was sent is answered like any request; what fails later is the last event, {@code error}, in
 * the shape of a problem.
 */
@Component
class AskStream {

    private static final Logger log = LoggerFactory.getLogger(AskStream.class);
    /** By then it is mostly known whether the question can be answered at all: an error has its own status. */
    private static final Duration FIRST_COMMENT = Duration.ofSeconds(2);

    private final AskSettings settings;

    AskStream(AskSettings settings) {
        this.settings = settings;
    }

    Flux<ServerSentEvent<Object>> of(Flux<AskEvent> events) {
        return Flux.defer(() -> {
            AtomicReference<State> state = new AtomicReference<>(State.SILENT);
            Flux<ServerSentEvent<Object>> told = events.map(AskStream::event)
                    .doOnNext(any -> state.set(State.BEGUN))
                    // of an error and a comment that come together only one is the first
                    .onErrorResume(error -> state.compareAndSet(State.SILENT, State.FAILED)
                            ? Flux.error(AskProblems.of(error))
                            : Flux.just(error(error)));
            return told.publish(shared -> Flux.merge(shared, comments(state).takeUntilOther(shared.ignoreElements())));
        });
    }

    private enum State {
        SILENT,
        BEGUN,
        FAILED
    }

    private Flux<ServerSentEvent<Object>> comments(AtomicReference<State> state) {
        return Flux.interval(FIRST_COMMENT, settings.heartbeat())
                .onBackpressureDrop()
                .filter(any -> state.updateAndGet(now -> now == State.SILENT ? State.BEGUN : now) == State.BEGUN)
                .map(any -> ServerSentEvent.builder().comment("").build());
    }

    private static ServerSentEvent<Object> event(AskEvent event) {
        return ServerSentEvent.<Object>builder(event).event(event.name()).build();
    }

    private static ServerSentEvent<Object> error(Throwable error) {
        Map<String, Object> body = problem(error).body();
        AskProblems.retryAfter(error).ifPresent(seconds -> body.put("retryAfter", seconds));
        return ServerSentEvent.<Object>builder(body).event("error").build();
    }

    private static ProblemException problem(Throwable error) {
        if (AskProblems.of(error) instanceof ProblemException problem) {
            return problem;
        }
        log.error("An answer broke off", error);
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong here; the log says what.");
    }
}
