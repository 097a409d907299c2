package groupwatch.summary.ask;

import groupwatch.kit.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * An answer as Server-Sent Events. What fails before the first event is answered like any request; what fails later is the last event,
 * {@code error}, in the shape of a problem. While nothing is said there are comments, so that nobody takes the silence for an end.
 */
@Component
class AskStream {

    private static final Logger log = LoggerFactory.getLogger(AskStream.class);
    private static final String TYPES = "https://groupwatch.dev/problems/";

    private final AskSettings settings;

    AskStream(AskSettings settings) {
        this.settings = settings;
    }

    Flux<ServerSentEvent<Object>> of(Flux<AskEvent> events) {
        return Flux.defer(() -> {
            AtomicBoolean begun = new AtomicBoolean();
            Flux<ServerSentEvent<Object>> told = events.map(AskStream::event)
                    .doOnNext(any -> begun.set(true))
                    .onErrorResume(error -> begun.get() ? Flux.just(error(error)) : Flux.error(AskProblems.of(error)));
            return told.publish(shared -> Flux.merge(
                    shared, heartbeats().filter(any -> begun.get()).takeUntilOther(shared.ignoreElements())));
        });
    }

    private Flux<ServerSentEvent<Object>> heartbeats() {
        return Flux.interval(settings.heartbeat())
                .onBackpressureDrop()
                .map(any -> ServerSentEvent.builder().comment("").build());
    }

    private static ServerSentEvent<Object> event(AskEvent event) {
        return ServerSentEvent.<Object>builder(event).event(event.name()).build();
    }

    private static ServerSentEvent<Object> error(Throwable error) {
        ProblemException problem = problem(error);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPES + problem.slug());
        body.put("title", problem.status().getReasonPhrase());
        body.put("status", problem.status().value());
        body.put("detail", problem.detail());
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
