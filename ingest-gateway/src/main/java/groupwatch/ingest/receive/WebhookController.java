package groupwatch.ingest.receive;

import groupwatch.ingest.IngestMetrics;
import groupwatch.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * {@code POST /webhook/evolution}, and everything below it: Evolution appends the event to whatever URL it was given, and a 404 would
 * lose it for good. A secret in the path is no longer there.
 */
@RestController
class WebhookController {

    /** As bytes, since it is always the same. */
    private static final ResponseEntity<byte[]> OK = ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII));

    private final InFlightBytes inFlight;
    private final WebhookBody body;
    private final KeepWebhook webhooks;
    private final IngestMetrics metrics;

    WebhookController(InFlightBytes inFlight, WebhookBody body, KeepWebhook webhooks, IngestMetrics metrics) {
        this.inFlight = inFlight;
        this.body = body;
        this.webhooks = webhooks;
        this.metrics = metrics;
    }

    @PostMapping({"/webhook/evolution", "/webhook/evolution/**"})
    Mono<ResponseEntity<byte[]>> receive(ServerHttpRequest request) {
        return Mono.using(inFlight::lease, lease -> receive(request, lease), InFlightBytes.Lease::close);
    }

    private Mono<ResponseEntity<byte[]>> receive(ServerHttpRequest request, InFlightBytes.Lease lease) {
        return body.read(request, lease)
                .onErrorResume(WebhookController::saysGone, left -> gone())
                .flatMap(received -> webhooks.keep(received, WebhookOrigin.of(request)))
                .thenReturn(OK)
                .doOnError(error -> !(error instanceof ProblemException), unforeseen -> metrics.failed())
                .doOnCancel(metrics::gone);
    }

    private static boolean saysGone(Throwable error) {
        return error instanceof AbortedException || AbortedException.isConnectionReset(error);
    }

    private Mono<ReceivedBody> gone() {
        metrics.gone();
        return Mono.error(new ProblemException(HttpStatus.BAD_REQUEST, "sender-left", "The sender left."));
    }
}
