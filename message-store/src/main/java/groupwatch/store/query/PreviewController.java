package groupwatch.store.query;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.raw.RawEvents;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The small picture that came along with a message: what is to be seen until its file is stored, and when it never is. */
@RestController
class PreviewController {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final MessageFinder finder;
    private final RawEvents rawEvents;

    PreviewController(MessageFinder finder, RawEvents rawEvents) {
        this.finder = finder;
        this.rawEvents = rawEvents;
    }

    /**
     * {@code GET /messages/{id}/preview?chat=}, scope {@code messages:read}: a JPEG of some kilobytes. 404 when none came along, when the
     * message's raw event is no longer kept, and when the caller may not see the message.
     */
    @GetMapping("/messages/{id}/preview")
    Mono<ResponseEntity<byte[]>> preview(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of("chat"));
        String chat = Jids.chat(parameters.text("chat"));
        String known = Parameters.inPath("id", id);
        return CurrentCaller.get()
                .flatMap(caller -> finder.find(known, chat, caller))
                .flatMap(key -> rawEvents.preview(key.scope(), key.id()))
                .map(PreviewController::answer)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("No preview of such a message is kept.")));
    }

    /** Whatever is in it, a browser takes it for a picture and for nothing else. */
    private static ResponseEntity<byte[]> answer(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(A_DAY)
                .eTag(DigestUtils.md5DigestAsHex(jpeg))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.inline().filename("preview.jpg").build()))
                .body(jpeg);
    }
}
