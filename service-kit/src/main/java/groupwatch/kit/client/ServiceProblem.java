package groupwatch.kit.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What another service answered instead of what it was asked for.
 *
 * @param slug the last part of the problem's type, such as {@code budget-spent}; absent when it did not say
 * @param detail for people; can have parts of what was asked
 * @param retryAfter when it is worth another try, as it says
 */
public record ServiceProblem(
        int status,
        @Nullable String slug,
        @Nullable String detail,
        @Nullable Duration retryAfter) {

    private static final long LONGEST_WAIT = Duration.ofDays(1).toSeconds();

    /** Whoever answers without a problem in JSON, as a proxy does, has said no more than the status. */
    static Mono<ServiceProblem> of(ClientResponse answer) {
        return answer.bodyToMono(JsonNode.class)
                .onErrorResume(error -> Mono.empty())
                .defaultIfEmpty(MissingNode.getInstance())
                .map(body -> new ServiceProblem(
                        answer.statusCode().value(),
                        slug(body.path("type").asString("")),
                        body.path("detail").isString() ? body.path("detail").asString() : null,
                        retryAfter(answer)));
    }

    private static @Nullable String slug(String type) {
        String slug = type.substring(type.lastIndexOf('/') + 1);
        return slug.isEmpty() ? null : slug;
    }

    private static @Nullable Duration retryAfter(ClientResponse answer) {
        String seconds = answer.headers().asHttpHeaders().getFirst("Retry-After");
        return seconds != null && seconds.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_WAIT))
                : null;
    }
}
