package groupwatch.watchdog.read;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Lists that come in pages: the next is asked for when the one before is read. */
final class Pages {

    private Pages() {}

    /** The items of all pages. */
    static Flux<JsonNode> of(Function<@Nullable String, Mono<JsonNode>> page) {
        return Mono.defer(() -> page.apply(null))
                .expand(answer -> Optional.ofNullable(next(answer)).map(page).orElseGet(Mono::empty))
                .concatMapIterable(answer -> answer.path("items"), 1);
    }

    static @Nullable String next(JsonNode answer) {
        JsonNode next = answer.path("next");
        return next.isString() ? next.asString() : null;
    }

    /** A cursor is Base64 and needs no encoding. */
    static UriBuilder at(UriBuilder uri, @Nullable String cursor) {
        return cursor == null ? uri : uri.queryParam("cursor", cursor);
    }
}
