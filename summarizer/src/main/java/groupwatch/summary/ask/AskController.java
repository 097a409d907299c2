package groupwatch.summary.ask;

import groupwatch.events.summary.TokenCount;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.summary.ask.AskEvent.Done;
import groupwatch.summary.ask.AskEvent.Looked;
import groupwatch.summary.ask.AskEvent.Sources;
import groupwatch.summary.ask.AskEvent.Span;
import groupwatch.summary.ask.answer.Citation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Questions, scope {@code ask}: answered as JSON, or as a stream for who accepts {@code text/event-stream}. */
@RestController
class AskController {

    private final AskQuestion questions;
    private final AskStream stream;
    private final AskSettings settings;

    AskController(AskQuestion questions, AskStream stream, AskSettings settings) {
        this.questions = questions;
        this.stream = stream;
        this.settings = settings;
    }

    /**
     * The whole answer.
     *
     * @param found what was looked at
     * @param period absent for all times
     */
    record Answer(
            String answer,
            @Nullable String model,
            @Nullable String provider,
            List<Citation> citations,
            int dropped,
            boolean complete,
            TokenCount tokens,
            @Nullable BigDecimal cost,
            Looked found,
            @Nullable Span period) {

        static Answer of(Sources sources, Done done) {
            return new Answer(
                    done.answer(),
                    done.model(),
                    done.provider(),
                    done.citations(),
                    done.dropped(),
                    done.complete(),
                    done.tokens(),
                    done.cost(),
                    sources.found(),
                    sources.period());
        }
    }

    /**
     * {@code POST /ask}, within {@link AskSettings#answerWithin}. Without {@code produces}, so that whoever accepts anything gets this one.
     */
    @PostMapping("/ask")
    Mono<Answer> ask(@RequestBody JsonNode body) {
        Question question = AskBody.read(body, settings.defaultZone());
        return caller().flatMap(caller -> questions.askWhole(caller, question))
                .onErrorMap(AskProblems::of)
                .map(events -> Answer.of((Sources) events.getFirst(), (Done) events.getLast()));
    }

    /** {@code POST /ask} with {@code Accept: text/event-stream}: sources, then citations and deltas, then done, or error. */
    @PostMapping(path = "/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(@RequestBody JsonNode body, ServerHttpResponse response) {
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        // nginx would else collect events before it passes them on
        response.getHeaders().set("X-Accel-Buffering", "no");
        Question question = AskBody.read(body, settings.defaultZone());
        return stream.of(caller().flatMapMany(caller -> questions.ask(caller, question)));
    }

    private static Mono<Caller> caller() {
        return CurrentCaller.get()
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("the door let somebody in whom nobody knows")));
    }
}
