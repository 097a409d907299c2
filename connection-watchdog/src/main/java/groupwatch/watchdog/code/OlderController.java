package groupwatch.watchdog.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkStatus;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.watchdog.link.LinkReader;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The paths of the systems before, which knew one account: the only one, or {@code ?account=}. */
@RestController
class OlderController {

    private static final Set<String> ACCOUNT = Set.of("account");
    private static final Set<String> ACCOUNT_AND_FORMAT = Set.of("account", "format");

    private final KnownAccounts accounts;
    private final LinkReader links;
    private final AskForCode ask;
    private final ShowCode show;

    OlderController(KnownAccounts accounts, LinkReader links, AskForCode ask, ShowCode show) {
        this.accounts = accounts;
        this.links = links;
        this.ask = ask;
        this.show = show;
    }

    /** @param state older word, beside {@code status}, which is ours */
    record Connection(
            String account,
            OlderState state,
            LinkStatus status,
            boolean connected,
            @Nullable String phone,
            @Nullable Instant since,
            @Nullable String explanation,
            @Nullable String advice) {

        static Connection of(String account, @Nullable Link link) {
            return link == null
                    ? new Connection(account, OlderState.INIT, LinkStatus.NEW, false, null, null, null, null)
                    : new Connection(
                            account,
                            OlderState.of(link.status()),
                            link.status(),
                            link.status().isUp(),
                            link.phone(),
                            link.since(),
                            link.explanation(),
                            link.advice());
        }
    }

    /** Battery and platform are not known here. */
    record SenderStatus(
            String account,
            OlderState state,
            LinkStatus status,
            @JsonProperty("logged_in") boolean loggedIn,
            @JsonProperty("phone_number") @Nullable String phoneNumber) {

        static SenderStatus of(String account, @Nullable Link link) {
            Connection connection = Connection.of(account, link);
            return new SenderStatus(
                    account,
                    connection.state(),
                    connection.status(),
                    connection.state() == OlderState.READY,
                    connection.phone());
        }
    }

    /** {@code GET /connection/status}, scope {@code suite:read}. */
    @GetMapping("/connection/status")
    Mono<Connection> status(@RequestParam MultiValueMap<String, String> query) {
        return told(query, Connection::of);
    }

    /** {@code GET /status}, scope {@code suite:read}. */
    @GetMapping("/status")
    Mono<SenderStatus> senderStatus(@RequestParam MultiValueMap<String, String> query) {
        return told(query, SenderStatus::of);
    }

    /** {@code GET /connection/qrcode}, scope {@code suite:write}: as {@code GET /accounts/{id}/qrcode}, JSON unless a picture is asked for. */
    @GetMapping("/connection/qrcode")
    Mono<ResponseEntity<Object>> qr(@RequestParam MultiValueMap<String, String> query, ServerHttpRequest request) {
        Query asked = new Query(query, ACCOUNT_AND_FORMAT);
        String account = asked.text("account");
        String format = asked.text("format");
        boolean picture =
                format != null || request.getHeaders().getAccept().stream().anyMatch(OlderController::isPicture);
        QrFormat wanted = picture ? QrFormat.of(format, request.getHeaders().getAccept()) : QrFormat.JSON;
        return WholeSuite.caller()
                .zipWith(accounts.namedOrOnly(account))
                .flatMap(who -> ask.qr(who.getT1(), who.getT2())
                        .flatMap(code -> show.as(wanted, who.getT1(), who.getT2(), code)));
    }

    private static boolean isPicture(MediaType type) {
        return type.getType().equals("image");
    }

    private <T> Mono<T> told(MultiValueMap<String, String> query, BiFunction<String, @Nullable Link, T> shape) {
        String named = new Query(query, ACCOUNT).text("account");
        return WholeSuite.caller()
                .then(accounts.namedOrOnly(named))
                .flatMap(account -> links.find(account)
                        .map(link -> shape.apply(account, link))
                        .switchIfEmpty(Mono.fromSupplier(() -> shape.apply(account, null))));
    }
}
