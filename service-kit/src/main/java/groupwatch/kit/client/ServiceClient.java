package groupwatch.kit.client;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks another service over HTTP, with the suite's token of whoever asks: what they may not see, it does not tell. To be disposed of at the end.
 *
 * <p>Errors of all calls: {@link ServiceUnavailableException}.
 */
public final class ServiceClient {

    private static final int LARGEST_ITEM = 8 * 1024 * 1024;
    private static final int MOST_IN_LINE = 500;

    private final ServiceClientSettings settings;
    private final SuiteTokens tokens;
    private final ConnectionProvider connections;
    private final WebClient client;

    /**
     * @param pool what its connections are called among others
     * @param resources the event loops of the context
     */
    public ServiceClient(
            String pool, ServiceClientSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.settings = settings;
        this.tokens = tokens;
        this.connections = ConnectionProvider.builder(pool)
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(MOST_IN_LINE)
                .pendingAcquireTimeout(settings.answerTimeout())
                // shorter than services keep an idle connection
                .maxIdleTime(Duration.ofSeconds(4))
                .build();
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
        this.client = WebClient.builder()
                .baseUrl(settings.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ITEM))
                .build();
    }

    /** Others ask too: it has a turn for us soon. What was answered in part is not asked again. */
    public static Retry whenBusy() {
        return Retry.backoff(4, Duration.ofMillis(300))
                .maxBackoff(Duration.ofSeconds(3))
                .filter(error -> error instanceof ServiceUnavailableException away && away.is(503))
                .onRetryExhaustedThrow((retry, last) -> last.failure());
    }

    /** One answer; empty when there is none, 404. */
    public Mono<JsonNode> get(Caller caller, Function<UriBuilder, URI> uri) {
        return one(() -> asked(client.get().uri(uri), caller, MediaType.APPLICATION_JSON));
    }

    /** One answer to a command; empty when there is none, 404. */
    public Mono<JsonNode> post(Caller caller, Function<UriBuilder, URI> uri, @Nullable Object body) {
        return one(() -> asked(with(body, client.post().uri(uri)), caller, MediaType.APPLICATION_JSON));
    }

    private static WebClient.RequestHeadersSpec<?> with(@Nullable Object body, WebClient.RequestBodySpec command) {
        return body == null
                ? command
                : command.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    /** An answer that streams, item by item, with back-pressure; none when there is none, 404. Asked again {@link #whenBusy}. */
    public Flux<JsonNode> lines(Caller caller, Function<UriBuilder, URI> uri) {
        return Flux.defer(() -> asked(client.get().uri(uri), caller, MediaType.APPLICATION_NDJSON)
                        .exchangeToFlux(answer -> switch (answer.statusCode().value()) {
                            case 200 -> answer.bodyToFlux(JsonNode.class);
                            case 404 -> answer.releaseBody().thenMany(Flux.empty());
                            default -> refused(answer).flux();
                        }))
                .timeout(settings.answerTimeout())
                .onErrorMap(ServiceClient::isAway, this::away)
                .retryWhen(whenBusy());
    }

    private Mono<JsonNode> one(Supplier<WebClient.RequestHeadersSpec<?>> request) {
        return Mono.defer(() -> request.get()
                        .exchangeToMono(answer -> switch (answer.statusCode().value()) {
                            case 200 -> answer.bodyToMono(JsonNode.class);
                            case 404 -> answer.releaseBody().then(Mono.empty());
                            default -> refused(answer);
                        }))
                .timeout(settings.answerTimeout())
                .onErrorMap(ServiceClient::isAway, this::away);
    }

    /** A token is good for a minute: minted for each try. */
    private WebClient.RequestHeadersSpec<?> asked(
            WebClient.RequestHeadersSpec<?> request, Caller caller, MediaType type) {
        return request.accept(type).headers(headers -> headers.setBearerAuth(tokens.mint(caller)));
    }

    private Mono<JsonNode> refused(ClientResponse answer) {
        return ServiceProblem.of(answer)
                .flatMap(problem -> Mono.error(new ServiceUnavailableException(settings.service(), problem)));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof WebClientException
                || error instanceof TimeoutException
                || error instanceof IOException
                || error instanceof DecodingException
                || error instanceof JacksonException;
    }

    private ServiceUnavailableException away(Throwable error) {
        return new ServiceUnavailableException(
                settings.service() + " does not answer, or not to the end: "
                        + error.getClass().getSimpleName(),
                error);
    }

    /** The event loops can have ended before, and the connections with them. */
    public void dispose() {
        CompletableFuture<@Nullable Void> unused =
                connections.disposeLater().onErrorComplete().toFuture();
    }
}
