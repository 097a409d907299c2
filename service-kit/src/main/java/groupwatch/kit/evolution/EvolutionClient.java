package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;

/** Asks Evolution API. Fails with {@link EvolutionException}. */
public final class EvolutionClient implements DisposableBean {

    /** Buffers of the network asked for ahead of the decoder. */
    private static final int AHEAD = 16;

    private static final int LONGEST_REFUSAL = 64 * 1024;

    private final EvolutionSettings settings;
    private final InstanceGuards guards;
    private final ConnectionProvider connections;
    private final Scheduler decoding;
    private final WebClient client;

    EvolutionClient(EvolutionSettings settings, ReactorResourceFactory resources) {
        this.settings = settings;
        this.guards = new InstanceGuards(settings);
        this.connections = ConnectionProvider.builder("evolution")
                .maxConnections(2 * settings.concurrency())
                .pendingAcquireTimeout(settings.connectTimeout())
                .maxIdleTime(Duration.ofSeconds(4))
                .build();
        this.decoding = Schedulers.newBoundedElastic(settings.concurrency(), 1000, "evolution-files", 60, true);
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .responseTimeout(settings.answerTimeout())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
        this.client = WebClient.builder()
                .baseUrl(settings.url() == null ? "" : settings.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_REFUSAL))
                .build();
    }

    /**
     * The plain file of a message, into a stream, which is written on a thread that may block, and left open. Emits the number of bytes.
     * What was written before an error is not the file. An unchecked error of the stream is passed on as it is.
     */
    public Mono<Long> mediaOf(String instance, String messageId, OutputStream file) {
        if (settings.url() == null) {
            return Mono.error(new EvolutionException(Kind.NOT_CONFIGURED, "groupwatch.evolution.url is not set"));
        }
        return guards.guard(instance, key().flatMap(key -> ask(instance, messageId, key, file)));
    }

    private Mono<Long> ask(String instance, String messageId, String key, OutputStream file) {
        return client.post()
                .uri("/chat/getBase64FromMediaMessage/{instance}", instance)
                .header("apikey", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("message", Map.of("key", Map.of("id", messageId)), "convertToMp4", false))
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? decoded(answer.bodyToFlux(DataBuffer.class), file)
                        : refused(answer))
                .onErrorMap(EvolutionClient::isAway, EvolutionClient::away);
    }

    /** Jackson reads a stream; the stream asks the network for more as it is read. */
    private Mono<Long> decoded(Flux<DataBuffer> body, OutputStream file) {
        return Mono.fromCallable(() -> {
                    try (InputStream json =
                            DataBufferUtils.subscriberInputStream(body.timeout(settings.answerTimeout()), AHEAD)) {
                        return FileAnswer.decode(json, file);
                    }
                })
                .subscribeOn(decoding);
    }

    private static Mono<Long> refused(ClientResponse answer) {
        return answer.bodyToMono(String.class)
                .onErrorReturn("")
                .defaultIfEmpty("")
                .flatMap(body -> Mono.error(Refusal.of(answer.statusCode().value(), body)));
    }

    /** Read each time: a key can be changed without a restart. */
    private Mono<String> key() {
        if (settings.keyFile() == null) {
            return Mono.just(Objects.requireNonNullElse(settings.key(), ""));
        }
        return Mono.fromCallable(() -> Files.readString(settings.keyFile(), StandardCharsets.UTF_8)
                        .strip())
                .subscribeOn(decoding)
                .onErrorMap(
                        IOException.class,
                        error -> new EvolutionException(
                                Kind.KEY_REFUSED, "groupwatch.evolution.key-file cannot be read", error));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof WebClientException
                || error instanceof TimeoutException
                || error instanceof IOException
                || error instanceof JacksonException;
    }

    private static EvolutionException away(Throwable error) {
        return new EvolutionException(
                Kind.AWAY,
                "Evolution does not answer, or not to the end: "
                        + error.getClass().getSimpleName(),
                error);
    }

    @Override
    public void destroy() {
        connections.dispose();
        decoding.dispose();
    }
}
