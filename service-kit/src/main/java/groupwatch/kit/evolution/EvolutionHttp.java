package groupwatch.kit.evolution;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The connections to Evolution servers: one request at a time on each, behind its {@link Fence}, and every error as {@link EvolutionException}. */
final class EvolutionHttp implements DisposableBean {

    static final int LONGEST_REFUSAL = 64 * 1024;

    private static final int MOST_IN_LINE = 500;

    private final ConnectionProvider connections;
    private final Scheduler decoding;
    private final WebClient client;
    private final Clock clock;

    EvolutionHttp(EvolutionSettings settings, ReactorResourceFactory resources, Clock clock) {
        this.clock = clock;
        this.connections = ConnectionProvider.builder("evolution")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(MOST_IN_LINE)
                .pendingAcquireTimeout(settings.connectTimeout())
                // shorter than Node keeps an idle connection
                .maxIdleTime(Duration.ofSeconds(4))
                .build();
        this.decoding = Schedulers.newBoundedElastic(settings.concurrency(), 1000, "evolution-files", 60, true);
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                // a restart or a logout twice is two
                .disableRetry(true)
                .responseTimeout(settings.answerTimeout())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(FenceHandler.install(http)))
                .defaultHeader("X-Groupwatch-Watcher", settings.watcher())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_REFUSAL))
                .build();
    }

    /** Where what blocks, or takes long, reads an answer. */
    Scheduler decoding() {
        return decoding;
    }

    <T> Mono<T> one(URI server, String key, Request request, Function<ClientResponse, Mono<T>> read, Refusal refusal) {
        return asked(server, key, request)
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? read.apply(answer)
                        : refused(answer, refusal).then(Mono.<T>empty()))
                .onErrorMap(Troubles::areOurs, Troubles::translated);
    }

    <T> Flux<T> many(URI server, String key, Request request, Function<ClientResponse, Flux<T>> read, Refusal refusal) {
        return asked(server, key, request)
                .exchangeToFlux(answer -> answer.statusCode().is2xxSuccessful()
                        ? read.apply(answer)
                        : refused(answer, refusal).thenMany(Flux.<T>empty()))
                .onErrorMap(Troubles::areOurs, Troubles::translated);
    }

    private WebClient.RequestHeadersSpec<?> asked(URI server, String key, Request request) {
        WebClient.RequestBodySpec spec = client.method(request.method())
                .uri(server + request.path(), request.variables().toArray())
                .accept(MediaType.APPLICATION_JSON);
        if (!key.isEmpty()) {
            spec.header("apikey", key);
        }
        return request.body() == null
                ? spec
                : spec.contentType(MediaType.APPLICATION_JSON).bodyValue(request.body());
    }

    private Mono<Void> refused(ClientResponse answer, Refusal refusal) {
        return answer.bodyToMono(String.class)
                .onErrorReturn("")
                .defaultIfEmpty("")
                .flatMap(body -> Mono.error(refusal.of(
                        answer.statusCode().value(),
                        body,
                        RetryAfter.of(answer.headers().asHttpHeaders(), clock))));
    }

    @Override
    public void destroy() {
        connections.dispose();
        decoding.dispose();
    }
}
