package groupwatch.media.serve;

import groupwatch.kit.api.Query;
import groupwatch.kit.security.CurrentCaller;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files of messages, scope {@code messages:read}. What the caller may not see is answered like what does not exist. */
@RestController
class MediaController {

    private final MediaFinder finder;
    private final ObjectAnswer answer;

    MediaController(MediaFinder finder, ObjectAnswer answer) {
        this.finder = finder;
        this.answer = answer;
    }

    /** {@code GET /media/{id}?download=true}: the file; a part of it with {@code Range}. */
    @GetMapping("/media/{id}")
    Mono<Void> file(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        boolean download = new Query(query, Set.of("download")).flag("download");
        return CurrentCaller.get()
                .flatMap(caller -> finder.find(MediaId.of(id), caller))
                .flatMap(media -> answer.send(Served.file(media, download), exchange));
    }

    /** {@code GET /media/{id}/thumbnail}: a small picture of it, JPEG or WebP. */
    @GetMapping("/media/{id}/thumbnail")
    Mono<Void> thumbnail(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        new Query(query, Set.of());
        UUID media = MediaId.of(id);
        return CurrentCaller.get()
                .flatMap(caller -> finder.find(media, caller))
                .map(Served::thumbnail)
                .flatMap(thumbnail -> answer.send(thumbnail, exchange));
    }
}
