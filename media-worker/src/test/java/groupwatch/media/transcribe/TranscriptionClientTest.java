package groupwatch.media.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.MessageType;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

class TranscriptionClientTest {

    private static final String MIME = "audio/ogg";

    private final AtomicReference<String> asked = new AtomicReference<>();
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private volatile int status = 200;
    private volatile String answer = "{\"text\": \" Meeting at three. \", \"usage\": {\"type\": \"duration\"}}";

    private ReactorResourceFactory resources;
    private DisposableServer server;
    private TranscriptionClient client;

    @BeforeEach
    void start() {
        resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.start();
        server = HttpServer.create()
                .host("127.0.0.1")
                .route(routes -> routes.post("/v1/audio/transcriptions", this::transcribe))
                .bindNow();
        client = client(URI.create("http://127.0.0.1:" + server.port() + "/"));
    }

    private Mono<Void> transcribe(HttpServerRequest request, HttpServerResponse response) {
        authorization.set(request.requestHeaders().get("Authorization"));
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.ISO_8859_1)
                .doOnNext(asked::set)
                .then(Mono.defer(() -> response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(answer))
                        .then()));
    }

    @AfterEach
    void stop() {
        client.destroy();
        server.disposeNow();
        resources.stop();
    }

    @Test
    void sendsTheSoundAsAFormAndReadsWhatIsSaid() {
        StepVerifier.create(client.of(MIME, 8, sound()))
                .expectNext("Meeting at three.")
                .verifyComplete();
        assertThat(authorization.get()).isEqualTo("Bearer secret");
        assertThat(asked.get())
                .contains("name=\"model\"", "whisper-large", "name=\"language\"", "pt")
                .contains("name=\"file\"; filename=\"sound.ogg\"", "Content-Type: audio/ogg")
                .contains("OggSdata");
    }

    @Test
    void saysNothingOfSilence() {
        answer = "{\"text\": \" \"}";
        StepVerifier.create(client.of(MIME, 8, sound())).verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void givesUpWhenTheFileIsRefused(int refusal) {
        status = refusal;
        StepVerifier.create(client.of(MIME, 8, sound())).verifyError(TranscriptionRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 503})
    void comesBackWhenTheServerMayTakeItLater(int trouble) {
        status = trouble;
        StepVerifier.create(client.of(MIME, 8, sound())).verifyError(TranscriptionUnavailableException.class);
    }

    @Test
    void comesBackWhenTheAnswerIsNone() {
        answer = "<html>";
        StepVerifier.create(client.of(MIME, 8, sound())).verifyError(TranscriptionUnavailableException.class);
    }

    @Test
    void comesBackWhenNobodyIsThere() {
        server.disposeNow();
        StepVerifier.create(client.of(MIME, 8, sound())).verifyError(TranscriptionUnavailableException.class);
    }

    @Test
    void wantsWhatIsConfigured() {
        assertThat(client.wants(MessageType.VOICE, 1000, 60)).isTrue();
        assertThat(client.wants(MessageType.VOICE, 1000, null)).isTrue();
        assertThat(client.wants(MessageType.AUDIO, 1000, 60)).isFalse();
        assertThat(client.wants(MessageType.VOICE, 2_000_000, 60)).isFalse();
        assertThat(client.wants(MessageType.VOICE, 1000, 601)).isFalse();
        assertThat(client(null).wants(MessageType.VOICE, 1000, 60)).isFalse();
    }

    private TranscriptionClient client(URI url) {
        return new TranscriptionClient(
                new TranscriptionSettings(
                        url,
                        "secret",
                        "whisper-large",
                        "pt",
                        Set.of(MessageType.VOICE),
                        DataSize.ofMegabytes(1),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(10)),
                resources);
    }

    private static Flux<ByteBuffer> sound() {
        return Flux.just("OggS", "data").map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
