package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks Evolution API for files. Fails with {@link EvolutionException}. */
public final class EvolutionClient {

    /** Buffers of the network asked for ahead of the decoder. */
    private static final int AHEAD = 16;

    private final EvolutionSettings settings;
    private final EvolutionHttp http;
    private final InstanceGuards guards;

    EvolutionClient(EvolutionSettings settings, EvolutionHttp http, InstanceGuards guards) {
        this.settings = settings;
        this.http = http;
        this.guards = guards;
    }

    /**
     * The plain file of a message, into a stream, which is written on a thread that may block, and left open. Emits the number of bytes.
     * What was written before an error is not the file. An unchecked error of the stream is passed on as it is.
     */
    public Mono<Long> mediaOf(String instance, String messageId, OutputStream file) {
        URI server = settings.url();
        if (server == null) {
            return Mono.error(new EvolutionException(Kind.NOT_CONFIGURED, "groupwatch.evolution.url is not set"));
        }
        return guards.guard(server + " " + instance, key().flatMap(key -> ask(server, instance, messageId, key, file)));
    }

    private Mono<Long> ask(URI server, String instance, String messageId, String key, OutputStream file) {
        Object body = Map.of("message", Map.of("key", Map.of("id", messageId)), "convertToMp4", false);
        return http.one(
                server,
                key,
                Request.post("/chat/getBase64FromMediaMessage/{instance}", body, instance),
                answer -> decoded(answer.bodyToFlux(DataBuffer.class), file),
                Refusal.OF_FILE);
    }

    /** Jackson reads a stream; the stream asks the network for more as it is read. */
    private Mono<Long> decoded(Flux<DataBuffer> body, OutputStream file) {
        return Mono.fromCallable(() -> {
                    try (InputStream json =
                            DataBufferUtils.subscriberInputStream(body.timeout(settings.answerTimeout()), AHEAD)) {
                        return FileAnswer.decode(json, file);
                    }
                })
                .subscribeOn(http.decoding());
    }

    /** Read each time: a key can be changed without a restart. */
    private Mono<String> key() {
        if (settings.keyFile() == null) {
            return Mono.just(Objects.requireNonNullElse(settings.key(), ""));
        }
        return Mono.fromCallable(() -> Files.readString(settings.keyFile(), StandardCharsets.UTF_8)
                        .strip())
                .subscribeOn(http.decoding())
                .onErrorMap(
                        IOException.class,
                        error -> new EvolutionException(
                                Kind.KEY_REFUSED, "groupwatch.evolution.key-file cannot be read", error));
    }
}
