package groupwatch.report.unsubscribe;

import groupwatch.report.plan.Languages;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The page where a report is ended. Looking at it ends nothing: mail scanners follow links. */
@RestController
class UnsubscribeController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int LONGEST_FORM = 4096;

    private final Unsubscribe unsubscribe;
    private final UnsubscribePage page;

    UnsubscribeController(Unsubscribe unsubscribe, UnsubscribePage page) {
        this.unsubscribe = unsubscribe;
        this.page = page;
    }

    @GetMapping("/unsubscribe/{ticket}")
    Mono<ResponseEntity<String>> show(@PathVariable String ticket, ServerHttpRequest request) {
        return unsubscribe
                .subscriber(ticket)
                .flatMap(this::shown)
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(request)));
    }

    /** A form that says nothing known changes nothing and is shown the page. */
    @PostMapping("/unsubscribe/{ticket}")
    Mono<ResponseEntity<String>> follow(@PathVariable String ticket, ServerHttpRequest request) {
        return form(request)
                .flatMap(form -> unsubscribe
                        .subscriber(ticket)
                        .flatMap(subscriber ->
                                followed(Wish.read(form), subscriber).then(shown(subscriber))))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(request)));
    }

    /** As it came: mail programs send it in either of the two encodings of forms. */
    private static Mono<String> form(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LONGEST_FORM)
                .map(UnsubscribeController::text)
                .defaultIfEmpty("");
    }

    private static String text(DataBuffer buffer) {
        String text = buffer.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(buffer);
        return text;
    }

    private Mono<Void> followed(@Nullable Wish wish, Subscriber subscriber) {
        return wish == null ? Mono.empty() : unsubscribe.follow(wish, subscriber);
    }

    private Mono<ResponseEntity<String>> shown(Subscriber subscriber) {
        return Mono.defer(() -> unsubscribe.standing(subscriber))
                .map(standing -> answer(HttpStatus.OK, page.of(subscriber, standing)));
    }

    private ResponseEntity<String> unknown(ServerHttpRequest request) {
        return answer(HttpStatus.NOT_FOUND, page.unknown(language(request)));
    }

    private ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", page.policy())
                // the address is the ticket
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    private static Locale language(ServerHttpRequest request) {
        String wanted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            String tag = wanted == null ? null : Locale.lookupTag(Locale.LanguageRange.parse(wanted), Languages.SPOKEN);
            return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
        } catch (IllegalArgumentException error) {
            return Locale.ENGLISH;
        }
    }
}
