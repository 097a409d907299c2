package groupwatch.dashboard.forward;

import static groupwatch.dashboard.RunningEdge.ADMIN;
import static groupwatch.dashboard.RunningEdge.GUEST;
import static groupwatch.dashboard.RunningEdge.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import groupwatch.dashboard.RunningEdge;
import groupwatch.dashboard.Upstream;
import io.netty.buffer.Unpooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Requests through the edge to a real server behind it: unchanged, as they come, and what happens when it is away. */
class ForwardIT {

    private static final String POLICY = "Content-Security-Policy";
    private static final String EVENTS = "/api/groups/1@g.us/messages";

    @Test
    void passesPathQueryBodyAndAnswerUnchanged() {
        try (Upstream store = Upstream.start();
                RunningEdge edge = RunningEdge.before(store.address() + "/")) {
            HttpResponse<String> answer = edge.send(
                    "PATCH",
                    "/api/groups/120363%40g.us?a=%20b&c=d%2Fe",
                    "{\"monitored\":false}",
                    "X-Api-Token",
                    ADMIN,
                    "Content-Type",
                    "application/json");

            Upstream.Asked asked = store.asked();
            assertThat(asked.method()).isEqualTo("PATCH");
            assertThat(asked.uri()).isEqualTo("/groups/120363%40g.us?a=%20b&c=d%2Fe");
            assertThat(asked.body()).isEqualTo("{\"monitored\":false}");
            assertThat(asked.headers().get("Content-Type")).isEqualTo("application/json");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"items\":[]}");
            assertThat(answer.headers().firstValue("x-service")).hasValue("store");
        }
    }

    @Test
    void aServicesDescriptionIsForEveryTokenAndForNobodyElse() {
        try (Upstream store = Upstream.start();
                RunningEdge edge = RunningEdge.before(store.address())) {
            assertThat(edge.get("/api/openapi/message-store.yaml", GUEST).statusCode())
                    .isEqualTo(200);
            assertThat(store.asked().uri()).isEqualTo("/openapi/message-store.yaml");
            assertThat(edge.send("GET", "/api/openapi/message-store.yaml", "").statusCode())
                    .isEqualTo(401);
            assertThat(edge.get("/api/openapi/no-such-service.yaml", GUEST).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void passesTheServicesOwnErrorsButNotItsRefusalOfTheSuite() {
        try (Upstream store = Upstream.answering(routes -> routes.get(
                                "/groups/1@g.us",
                                (request, response) -> response.status(404)
                                        .header("Content-Type", "application/problem+json")
                                        .sendString(Mono.just("{\"status\":404}")))
                        .get(
                                "/groups",
                                (request, response) -> response.status(401).send()));
                RunningEdge edge = RunningEdge.before(store.address())) {
            assertThat(edge.get("/api/groups/1@g.us", ADMIN).statusCode()).isEqualTo(404);
            assertThat(edge.get("/api/groups/1@g.us", ADMIN).body()).isEqualTo("{\"status\":404}");
            assertThat(edge.get("/api/groups", ADMIN).statusCode()).isEqualTo(502);
        }
    }

    @Test
    void passesEachEventOfALiveStreamAtOnceAndEndsItWhenTheReaderLeaves() throws IOException {
        Sinks.Many<String> events = Sinks.many().multicast().directBestEffort();
        AtomicBoolean left = new AtomicBoolean();
        try (Upstream store = Upstream.answering(routes -> routes.get(
                        "/groups/1@g.us/messages",
                        (request, response) -> response.sse()
                                .sendString(
                                        events.asFlux().doOnCancel(() -> left.set(true)),
                                        java.nio.charset.StandardCharsets.UTF_8)));
                RunningEdge edge =
                        RunningEdge.before(store.address(), "--groupwatch.dashboard.first-byte-timeout=1s")) {
            Flux.interval(Duration.ofMillis(100)).take(3).subscribe(number -> events.tryEmitNext("data: early\n\n"));
            HttpResponse<InputStream> stream =
                    edge.send("GET", EVENTS, "", BodyHandlers.ofInputStream(), "X-Api-Token", ADMIN);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), java.nio.charset.StandardCharsets.UTF_8))) {
                assertThat(stream.headers().firstValue("content-type").orElseThrow())
                        .startsWith("text/event-stream");
                for (int number = 0; number < 5; number++) {
                    String event = "data: " + number;
                    events.tryEmitNext(event + "\n\n");
                    // the next is not sent before this one has arrived
                    String line = lines.readLine();
                    while (line.isEmpty() || line.equals("data: early")) {
                        line = lines.readLine();
                    }
                    assertThat(line).isEqualTo(event);
                }
            }
            await().atMost(Duration.ofSeconds(90)).untilTrue(left);
        }
    }

    @Test
    void passesTheAnswerToAQuestionWordByWordAndTheSignsOfLifeBetween() throws IOException {
        Sinks.Many<String> words = Sinks.many().unicast().onBackpressureBuffer();
        AtomicReference<String> asked = new AtomicReference<>();
        try (Upstream summarizer = Upstream.answering(routes -> routes.post(
                        "/ask",
                        (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .doOnNext(body -> asked.set(body + " as "
                                        + request.requestHeaders().get("Content-Type") + " for "
                                        + request.requestHeaders().get("Accept")))
                                .thenMany(response.sse().sendString(words.asFlux()))
                                .then()));
                RunningEdge edge = RunningEdge.before(
                        summarizer.address(),
                        "--groupwatch.dashboard.first-byte-timeout=10s",
                        "--groupwatch.dashboard.idle-timeout=20s")) {
            words.tryEmitNext(":\n\n").orThrow();
            HttpResponse<InputStream> answer = edge.send(
                    "POST",
                    "/api/ask",
                    "{\"question\":\"when?\"}",
                    BodyHandlers.ofInputStream(),
                    "X-Api-Token",
                    ADMIN,
                    "Content-Type",
                    "application/json",
                    "Accept",
                    "text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), java.nio.charset.StandardCharsets.UTF_8))) {
                assertThat(asked).hasValue("{\"question\":\"when?\"} as application/json for text/event-stream");
                assertThat(answer.headers().firstValue("content-type").orElseThrow())
                        .startsWith("text/event-stream");
                assertThat(lines.readLine()).isEqualTo(":");
                // the next is not sent before this one has arrived
                for (String line : List.of("data: on", ":", "data: Friday")) {
                    words.tryEmitNext(line + "\n\n").orThrow();
                    assertThat(lines.readLine()).isEmpty();
                    assertThat(lines.readLine()).isEqualTo(line);
                }
                words.tryEmitComplete().orThrow();
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).as("the end").isNull();
            }
        }
    }

    /** What a page may show beyond bare text is its own word, if it begins with nothing; for all else it is the edge's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html;charset=UTF-8 | default-src 'none'; style-src 'unsafe-inline' | default-src 'none'; style-src 'unsafe-inline'",
                "text/html               | default-src *                                 | default-src 'none'",
                "text/html               |                                               | default-src 'none'",
                "application/json        | default-src 'none'; img-src *                 | default-src 'none'",
            })
    void aPageKeepsItsOwnPolicyWithinTheEdges(String type, String policy, String passed) {
        try (Upstream dispatcher = Upstream.answering(routes -> routes.get(
                        "/reports/7/preview",
                        (request, response) -> (policy == null ? response : response.header(POLICY, policy))
                                .header("Content-Type", type)
                                .sendString(Mono.just("<p>Good morning"))));
                RunningEdge edge = RunningEdge.before(dispatcher.address())) {
            HttpResponse<String> answer = edge.get("/api/reports/7/preview", ADMIN);
            assertThat(answer.body()).isEqualTo("<p>Good morning");
            assertThat(answer.headers().firstValue("content-type")).hasValue(type);
            assertThat(answer.headers().allValues(POLICY)).containsExactly("frame-ancestors 'none'; " + passed);
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        }
    }

    @Test
    void passesWhereAndWhenToComeAgain() {
        try (Upstream summarizer = Upstream.answering(routes -> routes.post(
                        "/summarize/1@g.us",
                        (request, response) -> response.status(202)
                                .header("Location", "../summaries/1@g.us/2026-01-31")
                                .header("Retry-After", "5")
                                .header("Content-Type", "application/json")
                                .sendString(Mono.just("{\"state\":\"running\"}"))));
                RunningEdge edge = RunningEdge.before(summarizer.address())) {
            HttpResponse<String> answer = edge.send("POST", "/api/summarize/1@g.us", "{}", "X-Api-Token", ADMIN);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("location")).hasValue("../summaries/1@g.us/2026-01-31");
            assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        }
    }

    @Test
    void slowsTheServiceDownWhenTheReaderIsSlow() throws IOException {
        int piece = 64 * 1024;
        long pieces = 16_000;
        AtomicLong made = new AtomicLong();
        try (Upstream store = Upstream.answering(routes -> routes.get(
                        "/groups/1@g.us/messages",
                        (request, response) -> response.send(Flux.<io.netty.buffer.ByteBuf>generate(sink -> {
                            if (made.getAndIncrement() < pieces) {
                                sink.next(Unpooled.wrappedBuffer(new byte[piece]));
                            } else {
                                sink.complete();
                            }
                        }))));
                RunningEdge edge = RunningEdge.before(store.address())) {
            HttpResponse<InputStream> answer =
                    edge.send("GET", EVENTS, "", BodyHandlers.ofInputStream(), "X-Api-Token", ADMIN);
            try (InputStream body = answer.body()) {
                assertThat(body.readNBytes(piece)).hasSize(piece);
                // what the kernel holds for two connections is some 70 MB here; what the edge holds must not show
                // beside it
                await().during(Duration.ofSeconds(1))
                        .atMost(Duration.ofSeconds(90))
                        .until(settled(made));
                assertThat(made.get()).as("pieces made for a reader that waits").isLessThan(pieces / 8);
            }
        }
    }

    @Test
    void whatBreaksInTheServiceDoesNotLookWholeToTheCaller() {
        try (Upstream store = Upstream.answering(routes -> routes.get(
                        "/groups/1@g.us/export",
                        (request, response) -> response.sendString(Flux.concat(
                                Flux.just("one\n", "two\n"),
                                Flux.error(new IllegalStateException("in the middle"))))));
                RunningEdge edge = RunningEdge.before(store.address())) {
            assertThatThrownBy(() -> edge.get("/api/groups/1@g.us/export", ADMIN))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aSlowReaderIsNotCutOffAndGetsEverything() throws IOException {
        int piece = 64 * 1024;
        int pieces = 3_000;
        try (Upstream store = Upstream.answering(routes -> routes.get(
                        "/groups/1@g.us/export",
                        (request, response) -> response.send(
                                Flux.range(0, pieces).map(number -> Unpooled.wrappedBuffer(new byte[piece])))));
                RunningEdge edge = RunningEdge.before(store.address(), "--groupwatch.dashboard.idle-timeout=500ms")) {
            HttpResponse<InputStream> answer = edge.send(
                    "GET", "/api/groups/1@g.us/export", "", BodyHandlers.ofInputStream(), "X-Api-Token", ADMIN);
            try (InputStream body = answer.body()) {
                body.readNBytes(piece);
                // the caller takes nothing for longer than the service may be silent
                await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
                long rest = body.transferTo(java.io.OutputStream.nullOutputStream());
                assertThat(rest).isEqualTo((long) piece * (pieces - 1));
            }
        }
    }

    @Test
    void saysInProblemsThatAServiceIsAwayOrSlowOrBroken() {
        try (RunningEdge edge = RunningEdge.before("http://127.0.0.1:1")) {
            HttpResponse<String> away = edge.get("/api/groups", ADMIN);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("retry-after")).hasValue("5");
            assertThat(json(away).path("detail").asString()).isEqualTo("The service message-store is away.");
        }
        try (Upstream store = Upstream.answering(routes -> routes.get("/groups", (request, response) -> Mono.never())
                        .get("/messages/A", (request, response) -> {
                            request.withConnection(
                                    connection -> connection.channel().close());
                            return Mono.never();
                        }));
                RunningEdge edge =
                        RunningEdge.before(store.address(), "--groupwatch.dashboard.first-byte-timeout=300ms")) {
            HttpResponse<String> slow = edge.get("/api/groups", ADMIN);
            assertThat(slow.statusCode()).isEqualTo(504);
            assertThat(json(slow).path("type").asString()).endsWith("/gateway-timeout");

            HttpResponse<String> broken = edge.get("/api/messages/A", ADMIN);
            assertThat(broken.statusCode()).isEqualTo(502);
            assertThat(json(broken).path("type").asString()).endsWith("/bad-gateway");
        }
    }

    @Test
    void refusesAtOnceWhenTooManyRequestsAreUnderWay() {
        try (Upstream store = Upstream.answering(routes -> routes.get("/groups", (request, response) -> Mono.never()));
                RunningEdge edge = RunningEdge.before(
                        store.address(),
                        "--groupwatch.dashboard.max-connections=1",
                        "--groupwatch.dashboard.first-byte-timeout=4s")) {
            long unavailable = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(number -> java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> edge.get("/api/groups", ADMIN).statusCode(), Thread::startVirtualThread))
                    .toList()
                    .stream()
                    .filter(status -> status.join() == 503)
                    .count();

            assertThat(unavailable).isGreaterThanOrEqualTo(3);
        }
    }

    private static java.util.concurrent.Callable<Boolean> settled(AtomicLong made) {
        AtomicLong last = new AtomicLong(-1);
        return () -> last.getAndSet(made.get()) == made.get();
    }
}
