package groupwatch.media.serve;

import groupwatch.kit.api.Query;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.media.row.MediaRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Links to one file that work for a while without a login. */
@RestController
class LinkController {

    private final MediaFinder finder;
    private final SignedLinks links;
    private final ObjectStore store;
    private final ObjectAnswer answer;
    private final LinkSettings settings;
    private final Clock clock;

    LinkController(
            MediaFinder finder,
            SignedLinks links,
            ObjectStore store,
            ObjectAnswer answer,
            LinkSettings settings,
            Clock clock) {
        this.finder = finder;
        this.links = links;
        this.store = store;
        this.answer = answer;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code POST /media/{id}/link}, with {@code {"seconds": 600}} or nothing; for whoever may see the file. */
    @PostMapping("/media/{id}/link")
    Mono<Link> make(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestBody(required = false) Mono<LinkRequest> body) {
        new Query(query, Set.of());
        UUID media = MediaId.of(id);
        return body.defaultIfEmpty(LinkRequest.USUAL)
                .map(this::lifetime)
                .flatMap(lifetime -> CurrentCaller.get()
                        .flatMap(caller -> finder.find(media, caller))
                        .flatMap(row -> link(row, lifetime)));
    }

    /** {@code GET /media/link/{ticket}}: the file, to anybody. */
    @GetMapping("/media/link/{ticket}")
    Mono<Void> open(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> query,
            ServerWebExchange exchange) {
        boolean download = new Query(query, Set.of("download")).flag("download");
        return finder.find(links.open(ticket)).flatMap(media -> answer.send(Served.file(media, download), exchange));
    }

    private Mono<Link> link(MediaRow media, Duration lifetime) {
        Instant end = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        return store.signedLink(Objects.requireNonNull(media.stored()).key(), lifetime)
                .map(url -> new Link(url.toString(), end))
                .switchIfEmpty(Mono.fromSupplier(() -> new Link("/media/link/" + links.ticket(media.id(), end), end)));
    }

    private Duration lifetime(LinkRequest request) {
        Long seconds = request.seconds();
        if (seconds == null) {
            return settings.lifetime();
        }
        if (seconds < 1 || seconds > settings.longest().toSeconds()) {
            throw Query.bad("seconds", "must be 1 to " + settings.longest().toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }
}
