package groupwatch.media.transcribe;

import groupwatch.events.message.MessageType;
import io.netty.channel.ChannelOption;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks a server that speaks OpenAI's {@code POST /v1/audio/transcriptions}. The sound streams through. */
@Component
class TranscriptionClient implements Transcribe, DisposableBean {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 8;
    private static final int LONGEST_ANSWER = 1 << 20;

    /** The file itself is refused. Any other refusal (key, address, too much to do) can be put right. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private final TranscriptionSettings settings;
    private final ConnectionProvider connections;
    private final WebClient client;

    TranscriptionClient(TranscriptionSettings settings, ReactorResourceFactory resources) {
        this.settings = settings;
        this.connections = ConnectionProvider.builder("transcription")
                .maxConnections(CONNECTIONS)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis());
        this.client = WebClient.builder()
                .baseUrl(settings.url() == null ? "" : settings.url().toString().replaceAll("/+$", ""))
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
    }

    @Override
    public boolean wants(MessageType kind, long size, @Nullable Integer seconds) {
        return settings.url() != null
                && settings.kinds().contains(kind)
                && size > 0
                && size <= settings.maxSize().toBytes()
                && (seconds == null || seconds <= settings.maxDuration().toSeconds());
    }

    @Override
    public Mono<String> of(String mime, long size, Flux<ByteBuffer> content) {
        return client.post()
                .uri("/v1/audio/transcriptions")
                .headers(headers -> {
                    if (settings.key() != null) {
                        headers.setBearerAuth(settings.key());
                    }
                })
                .accept(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromMultipartData(form(mime, content).build()))
                .exchangeToMono(TranscriptionClient::answered)
                .timeout(settings.timeLimit())
                .onErrorMap(error -> !(error instanceof TranscriptionRefusedException), TranscriptionClient::away)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private MultipartBodyBuilder form(String mime, Flux<ByteBuffer> content) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("model", settings.model());
        form.part("response_format", "json");
        if (settings.language() != null) {
            form.part("language", settings.language());
        }
        form.asyncPart("file", content.map(TranscriptionClient::buffer), DataBuffer.class)
                // servers go by the ending of the name
                .filename("sound" + SoundName.extension(mime))
                .contentType(MediaType.parseMediaType(mime));
        return form;
    }

    private static DataBuffer buffer(ByteBuffer bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }

    private static Mono<String> answered(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.bodyToMono(Transcription.class).map(Transcription::text);
        }
        RuntimeException refused = REFUSALS.contains(status.value())
                ? new TranscriptionRefusedException("the transcription server answers " + status.value())
                : new TranscriptionUnavailableException("the transcription server answers " + status.value(), null);
        return response.releaseBody().then(Mono.error(refused));
    }

    private static Throwable away(Throwable error) {
        return error instanceof TranscriptionUnavailableException
                ? error
                : new TranscriptionUnavailableException(
                        "the transcription server does not answer: "
                                + error.getClass().getSimpleName(),
                        error);
    }

    @Override
    public void destroy() {
        connections.dispose();
    }

    /** The part of the answer that counts. */
    record Transcription(String text) {

        Transcription {
            text = text == null ? "" : text;
        }
    }
}
