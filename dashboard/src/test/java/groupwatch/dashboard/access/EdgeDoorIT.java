package groupwatch.dashboard.access;

import static groupwatch.dashboard.RunningEdge.ADMIN;
import static groupwatch.dashboard.RunningEdge.GUEST;
import static groupwatch.dashboard.RunningEdge.READER;
import static groupwatch.dashboard.RunningEdge.json;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.dashboard.RunningEdge;
import groupwatch.dashboard.Upstream;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what through the edge, and what the services learn about them. */
class EdgeDoorIT {

    private static Upstream store;
    private static RunningEdge edge;

    @BeforeAll
    static void start() {
        store = Upstream.start();
        edge = RunningEdge.before(store.address());
    }

    @AfterAll
    static void stop() {
        edge.close();
        store.close();
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource({
        "GET, /api/groups, " + ADMIN + ", 200, ''",
        "GET, /api/groups/1@g.us, " + ADMIN + ", 200, ''",
        "GET, /api/groups/1%40g.us/messages?limit=5, " + ADMIN + ", 200, ''",
        "GET, /api/messages/ABC?chat=1@g.us, " + ADMIN + ", 200, ''",
        "PATCH, /api/groups/1@g.us, " + ADMIN + ", 200, ''",
        "GET, /api/groups/1@g.us/messages, " + READER + ", 200, ''",
        "GET, /api/groups, " + READER + ", 403, missing-scope",
        "PATCH, /api/groups/1@g.us, " + READER + ", 403, missing-scope",
        "GET, /api/messages/ABC, " + GUEST + ", 403, missing-scope",
        "GET, /metrics, " + READER + ", 403, missing-scope",
        "GET, /metrics, " + ADMIN + ", 200, ''",
        "GET, /actuator/prometheus, " + GUEST + ", 403, missing-scope",
        "GET, /api/groups, nobodys-token, 401, unauthorized",
        "GET, /api/unknown, nobodys-token, 401, unauthorized",
        "GET, /health, nobodys-token, 401, unauthorized",
        "GET, /metrics, nobodys-token, 401, unauthorized",
        "GET, /api/unknown, " + ADMIN + ", 404, not-found",
        "GET, /api/groups/1@g.us/other, " + ADMIN + ", 404, not-found",
        "GET, /api/groups/, " + ADMIN + ", 404, not-found",
        "GET, /api/groups/%2e%2e/actuator, " + ADMIN + ", 404, not-found",
        "GET, /api/groups/a%2f..%2fb, " + ADMIN + ", 404, not-found",
        "GET, /api//groups, " + ADMIN + ", 404, not-found",
        "GET, /other, " + ADMIN + ", 404, not-found",
        "DELETE, /api/groups, " + ADMIN + ", 405, method-not-allowed",
        "POST, /api/groups/1@g.us, " + ADMIN + ", 405, method-not-allowed",
        "OPTIONS, /api/groups, " + ADMIN + ", 405, method-not-allowed"
    })
    void letsThroughWhatIsListedForWhoMay(String method, String path, String token, int status, String problem) {
        HttpResponse<String> answer = edge.send(method, path, "", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(json(answer).path("type").asString()).isEqualTo("https://groupwatch.dev/problems/" + problem);
            assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        }
    }

    @Test
    void saysWhichScopeIsMissingAndWhichMethodsThereAre() {
        assertThat(json(edge.get("/api/groups", READER)).path("scope").asString())
                .isEqualTo("groups:read");
        HttpResponse<String> wrongMethod = edge.send("DELETE", "/api/groups/1@g.us", "", "X-Api-Token", ADMIN);
        assertThat(wrongMethod.headers().firstValue("allow")).hasValue("GET, PATCH");
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        HttpResponse<String> answer = edge.send("GET", "/api/groups", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metric%73", "/actuator;x/prometheus", "/%61ctuator/prometheus", "/%61pi/groups", "/other"})
    void noOtherSpellingOfAPathIsOpen(String path) {
        assertThat(edge.send("GET", path, "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Api-Token", "X-Whatsapp-Token", "x-api-token"})
    void knowsTheOlderHeaders(String header) {
        assertThat(edge.send("GET", "/api/groups", "", header, ADMIN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsTheServiceWhoAsksInASuiteTokenAndNeverTheCallersOwn() {
        while (!store.wasAskedNothing()) {
            store.asked();
        }
        edge.send(
                "GET",
                "/api/groups/1@g.us/messages",
                "",
                "X-Api-Token",
                READER,
                "Cookie",
                "a=b",
                "X-Forwarded-For",
                "1.2.3.4",
                "Accept",
                "x/y");

        Upstream.Asked asked = store.asked();
        JsonNode claims = claims(asked.headers().get("Authorization"));
        assertThat(claims.path("sub").asString()).isEqualTo("reader");
        assertThat(claims.path("scope").asString()).isEqualTo("messages:read");
        assertThat(claims.path("groups").get(0).asString()).isEqualTo(RunningEdge.READERS_GROUP);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(asked.headers().entries().toString()).doesNotContain(READER);
        assertThat(asked.headers().contains("Cookie")).isFalse();
        assertThat(asked.headers().contains("X-Forwarded-For")).isFalse();
        assertThat(asked.headers().getAll("Accept")).containsExactly("x/y");
    }

    @Test
    void greetsAsTheOlderSystemDid() {
        assertThat(edge.send("GET", "/api", "").body()).isEqualTo("{\"message\":\"Groupwatch API v1.0\"}");
        assertThat(edge.send("GET", "/actuator/health/liveness", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesBrowsersNoIdeas() {
        for (String path : new String[] {"/api", "/api/groups", "/health", "/nothing"}) {
            assertThat(edge.get(path, ADMIN).headers().map())
                    .containsEntry("X-Content-Type-Options", java.util.List.of("nosniff"))
                    .containsEntry("X-Frame-Options", java.util.List.of("DENY"))
                    .containsEntry("Cache-Control", java.util.List.of("no-store"))
                    .containsKey("Content-Security-Policy");
        }
    }

    @Test
    void limitsEachTokensRate() {
        try (RunningEdge slow = RunningEdge.before(
                store.address(),
                "--groupwatch.dashboard.rate-limit.burst=3",
                "--groupwatch.dashboard.rate-limit.per-second=1")) {
            for (int i = 0; i < 3; i++) {
                assertThat(slow.get("/api/groups", ADMIN).statusCode()).isEqualTo(200);
            }
            HttpResponse<String> answer = slow.get("/api/groups", ADMIN);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow())
                    .isBetween(1L, 2L);
            assertThat(json(answer).path("type").asString()).endsWith("/rate-limit");
            assertThat(slow.get("/api/messages/A", READER).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isClosedToPagesOfOtherOriginsUnlessTheyAreNamed() {
        String[] preflight = {"Origin", "https://pages.example.com", "Access-Control-Request-Method", "GET"};
        HttpResponse<String> closed = edge.send("OPTIONS", "/api/groups", "", preflight);
        assertThat(closed.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(closed.statusCode()).isEqualTo(401);

        try (RunningEdge open = RunningEdge.before(
                store.address(), "--groupwatch.dashboard.cors.allowed-origins=https://pages.example.com")) {
            HttpResponse<String> named = open.send("OPTIONS", "/api/groups", "", preflight);
            assertThat(named.statusCode()).isEqualTo(200);
            assertThat(named.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://pages.example.com");
            HttpResponse<String> other = open.send(
                    "OPTIONS",
                    "/api/groups",
                    "",
                    "Origin",
                    "https://evil.example.com",
                    "Access-Control-Request-Method",
                    "GET");
            assertThat(other.statusCode()).isEqualTo(403);
        }
    }

    private static JsonNode claims(String authorization) {
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder()
                        .decode(authorization.substring("Bearer ".length()).split("\\.")[1]));
    }
}
