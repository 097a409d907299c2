package groupwatch.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class ServiceClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Caller ANA = Caller.service("ana", "groups:read");

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final ReactorResourceFactory resources = resources();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/one", (request, response) -> {
                        tokens.add(request.requestHeaders().get("Authorization"));
                        return json(response, "{\"name\":\"Ana\"}");
                    })
                    .get(
                            "/busy-twice",
                            (request, response) -> asked.incrementAndGet() < 3
                                    ? response.status(503).send()
                                    : json(response, "{\"turn\":3}"))
                    .get(
                            "/busy-lines",
                            (request, response) -> asked.incrementAndGet() < 3
                                    ? response.status(503).send()
                                    : response.header("Content-Type", "application/x-ndjson")
                                            .sendString(Mono.just("{\"line\":1}\n{\"line\":2}\n")))
                    .get(
                            "/refused",
                            (request, response) -> response.status(400)
                                    .header("Content-Type", "application/problem+json")
                                    .sendString(
                                            Mono.just(
                                                    "{\"type\":\"https://groupwatch.dev/problems/bad-parameter\",\"detail\":\"No.\"}")))
                    .get(
                            "/later",
                            (request, response) -> response.status(503)
                                    .header("Retry-After", "17")
                                    .sendString(Mono.just("<html>down</html>")))
                    .get("/silent", (request, response) -> Mono.never())
                    .get("/broken", (request, response) -> json(response, "{\"name\":"))
                    .post(
                            "/told",
                            (request, response) -> request.receive()
                                    .aggregate()
                                    .asString()
                                    .doOnNext(bodies::add)
                                    .then(Mono.from(json(response, "{}")))))
            .bindNow();

    private final ServiceClient client = client(server.port());

    private ServiceClient client(int port) {
        return new ServiceClient(
                "test",
                new ServiceClientSettings(
                        "the other service",
                        URI.create("http://127.0.0.1:" + port),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        4),
                new SuiteTokens(new SecuritySettings("a-suite-key-for-tests-that-is-long-enough"), Clock.systemUTC()),
                resources);
    }

    private static ReactorResourceFactory resources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.afterPropertiesSet();
        return resources;
    }

    private static Publisher<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(body));
    }

    @AfterEach
    void stop() {
        client.dispose();
        server.disposeNow();
        resources.destroy();
    }

    private JsonNode get(String path) {
        return get(client, path);
    }

    private static JsonNode get(ServiceClient client, String path) {
        return client.get(ANA, uri -> uri.path(path).build()).block(PATIENCE);
    }

    private ServiceUnavailableException failure(String path) {
        return failure(client, path);
    }

    private static ServiceUnavailableException failure(ServiceClient client, String path) {
        try {
            throw new AssertionError("answered " + get(client, path));
        } catch (ServiceUnavailableException error) {
            return error;
        }
    }

    @Test
    void asksWithTheTokenOfWhoeverAsks() {
        assertThat(get("/one").path("name").asString()).isEqualTo("Ana");
        assertThat(tokens).singleElement().asString().startsWith("Bearer ey");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(get("/nothing")).isNull();
        assertThat(client.lines(ANA, uri -> uri.path("/nothing").build())
                        .collectList()
                        .block(PATIENCE))
                .isEmpty();
    }

    @Test
    void aCommandHasABodyOrNone() {
        client.post(ANA, uri -> uri.path("/told").build(), Map.of("q", "pump")).block(PATIENCE);
        client.post(ANA, uri -> uri.path("/told").build(), null).block(PATIENCE);
        assertThat(bodies).containsExactly("{\"q\":\"pump\"}");
    }

    @Test
    void whoIsBusyIsAskedAgainWhereThatIsWanted() {
        assertThat(failure("/busy-twice").is(503)).isTrue();
        assertThat(asked).hasValue(1);
        JsonNode answer = client.get(ANA, uri -> uri.path("/busy-twice").build())
                .retryWhen(ServiceClient.whenBusy())
                .block(PATIENCE);
        assertThat(answer.path("turn").asInt()).isEqualTo(3);
    }

    @Test
    void linesThatHaveNotBegunAreAskedForAgain() {
        Flux<Integer> lines = client.lines(ANA, uri -> uri.path("/busy-lines").build())
                .map(line -> line.path("line").asInt());
        StepVerifier.create(lines).expectNext(1, 2).expectComplete().verify(PATIENCE);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        ServiceUnavailableException error = failure("/refused");
        assertThat(error).hasMessage("the other service answers 400");
        assertThat(error.problem()).isEqualTo(new ServiceProblem(400, "bad-parameter", "No.", null));
    }

    @Test
    void anAnswerThatIsNoProblemHasAtLeastItsStatusAndWhenToComeAgain() {
        assertThat(failure("/later").problem()).isEqualTo(new ServiceProblem(503, null, null, Duration.ofSeconds(17)));
    }

    @Test
    void whoDoesNotAnswerInTimeOrToTheEndIsUnavailable() {
        assertThat(failure("/silent")).hasMessageContaining("the other service does not answer");
        assertThat(failure("/broken").problem()).isNull();
        assertThat(failure(client(1), "/one")).hasMessageContaining("the other service does not answer");
    }

    @Test
    void aWrongSettingIsNamed() {
        ServiceClientSettings wrong = new ServiceClientSettings(
                "x", URI.create("ftp://example.org"), Duration.ofSeconds(1), Duration.ofSeconds(1), 1);
        assertThatThrownBy(() -> wrong.check("groupwatch.report.store"))
                .hasMessageContaining("groupwatch.report.store.url")
                .hasMessageContaining("ftp://example.org");
    }
}
