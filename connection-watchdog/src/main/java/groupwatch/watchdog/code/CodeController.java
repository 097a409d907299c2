package groupwatch.watchdog.code;

import groupwatch.kit.api.Fields;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Codes to link an account with, scope {@code suite:write}: whoever sees one can have the account. */
@RestController
class CodeController {

    private static final Set<String> FORMAT = Set.of("format");
    private static final int LONGEST_PHONE = 40;

    private final KnownAccounts accounts;
    private final AskForCode ask;
    private final ShowCode show;
    private final CodeStreams streams;

    CodeController(KnownAccounts accounts, AskForCode ask, ShowCode show, CodeStreams streams) {
        this.accounts = accounts;
        this.ask = ask;
        this.show = show;
        this.streams = streams;
    }

    /** {@code GET /accounts/{id}/qrcode}: PNG, SVG or JSON. Has Evolution show a code when there is none, and waits some seconds for it. */
    @GetMapping("/accounts/{id}/qrcode")
    Mono<ResponseEntity<Object>> qr(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, ServerHttpRequest request) {
        QrFormat format = QrFormat.of(
                new Query(query, FORMAT).text("format"), request.getHeaders().getAccept());
        return WholeSuite.caller()
                .zipWith(accounts.named(id))
                .flatMap(who -> ask.qr(who.getT1(), who.getT2())
                        .flatMap(code -> show.as(format, who.getT1(), who.getT2(), code)));
    }

    /**
     * {@code GET /accounts/{id}/qrcode/stream}: Server-Sent Events. {@code qr} for each code, {@code open} when the account is linked,
     * {@code over} when no more come; the stream ends with either.
     */
    @GetMapping(path = "/accounts/{id}/qrcode/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> stream(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, HttpMethod method) {
        String wanted = new Query(query, FORMAT).text("format");
        QrFormat format = wanted == null ? QrFormat.SVG : QrFormat.of(wanted, List.of());
        return WholeSuite.caller()
                .zipWith(accounts.named(id))
                .map(who -> ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        // nginx would else collect events before it passes them on
                        .header("X-Accel-Buffering", "no")
                        .body(
                                method == HttpMethod.HEAD
                                        ? Flux.empty()
                                        : streams.open(who.getT1(), who.getT2(), format)));
    }

    /** {@code POST /accounts/{id}/pairing-code} with {@code {"phone": "5511999990000"}}: a code to be typed on that phone. */
    @PostMapping("/accounts/{id}/pairing-code")
    Mono<ResponseEntity<PairingAnswer>> pairing(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Query(query, Set.of());
        String number = PhoneNumber.digits(new Fields(body, "", Set.of("phone")).required("phone", LONGEST_PHONE));
        return WholeSuite.caller()
                .zipWith(accounts.named(id))
                .flatMap(who -> ask.pairing(who.getT1(), who.getT2(), number)
                        .flatMap(code -> show.typed(who.getT1(), who.getT2(), code)));
    }
}
