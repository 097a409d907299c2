package groupwatch.mailbox.page;

import groupwatch.kit.problem.ProblemException;
import groupwatch.mailbox.read.OpenMail;
import groupwatch.mailbox.read.ShownHtml;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The HTML of a mail and the images in it: a page that runs nothing, sends nothing and loads nothing but those. */
@RestController
class HtmlController {

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final MailFiles files;
    private final OpenMail openMail;

    HtmlController(MailFiles files, OpenMail openMail) {
        this.files = files;
        this.openMail = openMail;
    }

    @GetMapping("/mails/{id}/html")
    Mono<ResponseEntity<String>> html(@PathVariable String id, ServerWebExchange exchange) {
        return files.with(id, openMail::open).map(mail -> {
            if (mail.html() == null) {
                throw ProblemException.notFound("This mail has no HTML.");
            }
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .header("Content-Security-Policy", policy(exchange))
                    .body(ShownHtml.of(mail.html(), id));
        });
    }

    /** By its content id, or its number where it has none. Only pictures are shown; everything else is a download. */
    @GetMapping("/mails/{id}/parts/{part}")
    Mono<ResponseEntity<byte[]>> part(@PathVariable String id, @PathVariable String part) {
        return files.with(id, file -> openMail.part(file, part))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("This mail has no such part.")))
                .map(HtmlController::answer);
    }

    private static ResponseEntity<byte[]> answer(OpenMail.PartContent part) {
        var shown = IMAGES.contains(part.type());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(part.name() == null ? "part" : part.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(part.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                // the closed frame counts as another site
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(part.bytes());
    }

    /** The frame is closed from inside too, should somebody open it by itself: no scripts, no forms, no site. */
    private static String policy(ServerWebExchange exchange) {
        var host = Objects.requireNonNull(exchange.getRequest().getHeaders().getHost());
        var own = "http://" + host.getHostString() + (host.getPort() > 0 ? ":" + host.getPort() : "");
        return "default-src 'none'; img-src " + own + " data:; style-src 'unsafe-inline'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
    }
}
