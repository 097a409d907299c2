package groupwatch.summary.testing;

import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor of language models on this machine, speaking its true wire format. What it answers is a function of the request, which may wait:
 *
 * <pre>{@code
 * try (AnthropicStub vendor = new AnthropicStub()) {
 *     vendor.answers(request -> StubAnswer.text("Hello").tokens(12, 3).after(Duration.ofSeconds(5)));
 *     … "--groupwatch.summary.model.url=" + vendor.url(), "--groupwatch.summary.model.key=key" …
 *     assertThat(vendor.requests()).hasSize(1);
 * }
 * }</pre>
 */
public abstract class ModelStub implements AutoCloseable {

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final DisposableServer server;
    private volatile Mono<Void> gate = Mono.empty();
    private volatile Function<StubRequest, StubAnswer> answers = request -> StubAnswer.text("Hello.");

    protected ModelStub() {
        server = HttpServer.create().host("127.0.0.1").handle(this::handle).bindNow();
    }

    /** Its base address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public void answers(Function<StubRequest, StubAnswer> function) {
        answers = function;
    }

    public void answers(StubAnswer always) {
        answers = request -> always;
    }

    /** The first of these for the first request from now on, and so on; the last one again and again. */
    public void answersInTurn(StubAnswer... turns) {
        AtomicInteger turn = new AtomicInteger();
        answers = request -> turns[Math.min(turn.getAndIncrement(), turns.length - 1)];
    }

    /** Streams begun from now on give their first piece, and the others when this is run. */
    public Runnable holdAfterFirstPiece() {
        Sinks.Empty<Void> open = Sinks.empty();
        gate = open.asMono();
        return open::tryEmitEmpty;
    }

    /** Everything asked so far, in the order in which it came. */
    public List<StubRequest> requests() {
        return List.copyOf(requests);
    }

    /** Most requests that were under way at once. */
    public int peak() {
        return peak.get();
    }

    /** Requests under way. */
    public int underWay() {
        return now.get();
    }

    /** Requests whose answer was written to its end, or broken off as it was to be. */
    public int answered() {
        return answered.get();
    }

    /** Requests whose caller went away before the answer was whole. */
    public int abandoned() {
        return abandoned.get();
    }

    /** Forgets what was asked, and says hello again. */
    public void reset() {
        requests.clear();
        peak.set(now.get());
        abandoned.set(0);
        answered.set(0);
        gate = Mono.empty();
        answers(StubAnswer.text("Hello."));
    }

    /** The only path it knows. */
    abstract String path();

    /** The body of an answer that is not streamed. */
    abstract JsonNode whole(StubRequest request, StubAnswer answer);

    /** What an answer that is none says. */
    abstract JsonNode error(StubAnswer answer);

    abstract String streamType();

    /** The stream up to the first piece. */
    abstract List<String> opening(StubRequest request, StubAnswer answer);

    /** One piece. */
    abstract String piece(StubRequest request, StubAnswer answer, String text);

    /** What follows the last piece. */
    abstract List<String> ending(StubRequest request, StubAnswer answer);

    /** The stream's last word when it fails. */
    abstract String failure(StubAnswer answer);

    /** Headers of every answer. */
    Map<String, String> headers() {
        return Map.of();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .defaultIfEmpty("{}")
                .flatMap(body -> answer(read(request, body), response));
    }

    private static StubRequest read(HttpServerRequest request, String body) {
        Map<String, String> headers = new HashMap<>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new StubRequest(request.fullPath(), Map.copyOf(headers), JSON.readTree(body));
    }

    private Mono<Void> answer(StubRequest request, HttpServerResponse response) {
        if (!request.path().equals(path())) {
            return response.status(404).send();
        }
        requests.add(request);
        peak.accumulateAndGet(now.incrementAndGet(), Math::max);
        AtomicBoolean under = new AtomicBoolean(true);
        return Mono.fromCallable(() -> answers.apply(request))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> Mono.delay(answer.latency()).thenReturn(answer))
                .flatMap(answer ->
                        write(request, answer, response, () -> ended(under, abandoned), () -> ended(under, answered)))
                .doOnSuccess(end -> ended(under, answered))
                .doOnError(error -> ended(under, abandoned))
                .doOnCancel(() -> ended(under, abandoned));
    }

    private void ended(AtomicBoolean under, AtomicInteger how) {
        if (under.getAndSet(false)) {
            how.incrementAndGet();
            now.decrementAndGet();
        }
    }

    /** The connection ends as the answer says. */
    private static Flux<String> broken(HttpServerResponse response, Runnable broken) {
        // not before the pieces are on their way
        return Mono.delay(Duration.ofMillis(100)).flatMapMany(now -> {
            broken.run();
            response.withConnection(connection -> connection.channel().close());
            return Flux.never();
        });
    }

    private Mono<Void> write(
            StubRequest request, StubAnswer answer, HttpServerResponse response, Runnable gone, Runnable broken) {
        if (answer.cut() && answer.pieces().isEmpty()) {
            response.withConnection(connection -> connection.channel().close());
            return Mono.empty();
        }
        headers().forEach(response::header);
        answer.headers().forEach(response::header);
        if (answer.status() != 200) {
            return json(response.status(answer.status()), error(answer));
        }
        return request.streams()
                ? stream(request, answer, response.header("Content-Type", streamType()), gone, broken)
                : json(response, whole(request, answer));
    }

    private static Mono<Void> json(HttpServerResponse response, JsonNode body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }

    private Mono<Void> stream(
            StubRequest request, StubAnswer answer, HttpServerResponse response, Runnable gone, Runnable broken) {
        Mono<Void> held = gate;
        Flux<String> pieces = Flux.fromIterable(answer.pieces())
                .index()
                .concatMap(numbered -> (numbered.getT1() == 0 ? Mono.<Void>empty() : held)
                        .then(Mono.delay(answer.pause()))
                        .thenReturn(piece(request, answer, numbered.getT2())));
        Flux<String> end = answer.cut()
                ? broken(response, broken)
                : Flux.fromIterable(answer.errorType() == null ? ending(request, answer) : List.of(failure(answer)));
        Flux<String> all = Flux.concat(Flux.fromIterable(opening(request, answer)), pieces, end)
                .doOnCancel(gone);
        // each in a write of its own, as it comes
        return response.send(all.map(text -> Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)), buffer -> true)
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
