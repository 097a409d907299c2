package groupwatch.store.live;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.chat.ChatFinder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Chats as they go on, scope {@code messages:read}. Whether the caller may see the chat is asked when a stream begins. */
@RestController
class LiveController {

    private static final Set<String> KNOWN = Set.of("account");

    private final ChatFinder chats;
    private final LiveStreams streams;

    LiveController(ChatFinder chats, LiveStreams streams) {
        this.chats = chats;
        this.streams = streams;
    }

    /**
     * {@code GET /groups/{jid}/messages/live}: Server-Sent Events of one group. {@code ready} when everything from here on
     * will come (read the list then), {@code message} for each new or changed message, {@code gap} when some may be missing
     * (read the list again). {@code Last-Event-ID} gets what came in between, while it is not too much.
     */
    @GetMapping(path = "/groups/{jid}/messages/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> ofGroup(
            @PathVariable String jid,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpMethod method) {
        return stream(Jids.group(jid), new Parameters(query, KNOWN), lastEventId, method);
    }

    /** {@code GET /chats/{jid}/messages/live?account=}: the same of a direct chat of one linked account. */
    @GetMapping(path = "/chats/{jid}/messages/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> ofChat(
            @PathVariable String jid,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpMethod method) {
        return stream(Jids.anyChat(jid), new Parameters(query, KNOWN), lastEventId, method);
    }

    private Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> stream(
            String jid, Parameters parameters, @Nullable String lastEventId, HttpMethod method) {
        String account = parameters.text("account");
        return CurrentCaller.get()
                .flatMap(caller -> chats.find(jid, account, caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such chat.")))
                .map(chat -> answer(method == HttpMethod.HEAD ? Flux.empty() : streams.open(chat, lastEventId)));
    }

    private static ResponseEntity<Flux<ServerSentEvent<Object>>> answer(Flux<ServerSentEvent<Object>> events) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                // nginx would else collect events before it passes them on
                .header("X-Accel-Buffering", "no")
                .body(events);
    }
}
