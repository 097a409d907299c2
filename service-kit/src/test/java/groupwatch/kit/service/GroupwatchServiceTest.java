package groupwatch.kit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.sample.SampleApplication;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.InvalidSuiteKeyException;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A whole service of the kit, over HTTP, with no broker behind it. */
class GroupwatchServiceTest {

    private static ConfigurableApplicationContext service;
    private static WebTestClient web;

    @BeforeAll
    static void start() {
        service = SampleApplication.start();
        web = client(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /nothing          | 404 | not-found
                    DELETE | /items            | 405 | method-not-allowed
                    GET    | /things/7         | 404 | not-found
                    GET    | /bug              | 500 | internal-error
                    GET    | /items?limit=many | 400 | bad-parameter
                    GET    | /items?limit=501  | 400 | bad-parameter
                    GET    | /needed           | 400 | bad-parameter
                    """)
    void everyErrorIsAProblem(String method, String address, int status, String slug) {
        ask(HttpMethod.valueOf(method), address)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://groupwatch.dev/problems/" + slug)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isEqualTo(address.replaceAll("\\?.*", ""))
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).isNotEmpty().doesNotContain("secret", "Exception"));
    }

    @ParameterizedTest
    @CsvSource({"/items?limit=many,limit", "/items?limit=501,limit", "/needed,chat"})
    void aBadParameterIsNamed(String address, String parameter) {
        ask(HttpMethod.GET, address)
                .exchange()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        ask(HttpMethod.DELETE, "/items").exchange().expectHeader().valueEquals(HttpHeaders.ALLOW, "GET");
    }

    @ParameterizedTest
    @CsvSource({"text/plain,{},415", "application/json,{not json,400", "application/json,[1],400"})
    void aBodyOfTheWrongKindIsAProblem(String type, String body, int status) {
        post(MediaType.valueOf(type), body).expectStatus().isEqualTo(status);
    }

    @Test
    void aBodyTooLargeIsAProblem() {
        post(MediaType.APPLICATION_JSON, "{\"text\":\"" + "x".repeat(300_000) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void withoutATokenTheAnswerIsAChallenge() {
        web.get()
                .uri("/items")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aTokenThatIsExpiredOrSignedByOthersIsRefused() {
        refuses(tokens(SampleApplication.KEY, Duration.ofMinutes(-2)).mint(everything()));
        refuses(tokens("another key that is just as long as ours", Duration.ZERO)
                .mint(everything()));
        refuses("nonsense");
    }

    private static void refuses(String token) {
        web.get()
                .uri("/items")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aScopeOpensWhatItNamesAndTheStarOpensAll() {
        raw(Caller.service("test", "messages:read"))
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        raw(Caller.service("test", "raw:read")).expectStatus().isOk();
        raw(everything()).expectStatus().isOk();
    }

    @Test
    void theServiceKnowsWhoAsksAndAboutWhichGroups() {
        web.get()
                .uri("/me")
                .headers(headers -> headers.setBearerAuth(
                        tokens().mint(new Caller("ana", Set.of("messages:read"), Set.of("1@g.us")))))
                .exchange()
                .expectBody()
                .json("{\"subject\":\"ana\",\"scopes\":[\"messages:read\"],\"all\":false,\"mine\":true}");
    }

    @Test
    void healthSaysThatTheBrokerIsAwayAndProbesDoNotMind() {
        web.get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("DOWN")
                .jsonPath("$.components.broker.status")
                .isEqualTo("DOWN")
                .jsonPath("$.components.consumers.status")
                .isEqualTo("UP");
        web.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        web.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }

    @Test
    void metricsAnswerUnderBothNames() {
        for (String address : new String[] {"/metrics", "/actuator/prometheus"}) {
            web.get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body ->
                            assertThat(body).contains("jvm_memory_used_bytes", "groupwatch_publisher_in_flight_bytes"));
        }
    }

    @Test
    void stoppingOneServiceLeavesTheOtherAlone() {
        ConfigurableApplicationContext other = SampleApplication.start();
        client(other)
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
        other.close();
        ask(HttpMethod.GET, "/items").exchange().expectStatus().isOk();
    }

    @Test
    void aKeyThatIsMissingOrShortStopsTheStartWithASentence() {
        assertThatThrownBy(() -> SampleApplication.startWithKey("short"))
                .rootCause()
                .isInstanceOf(InvalidSuiteKeyException.class)
                .hasMessageContaining("groupwatch.security.suite-key is too short")
                .hasMessageContaining("at least 32 bytes");
        assertThatThrownBy(() -> SampleApplication.startWithKey(""))
                .rootCause()
                .hasMessageContaining("groupwatch.security.suite-key is not set");
    }

    private static Caller everything() {
        return Caller.service("test", "*");
    }

    private static SuiteTokens tokens() {
        return service.getBean(SuiteTokens.class);
    }

    private static SuiteTokens tokens(String key, Duration offset) {
        return new SuiteTokens(
                new SecuritySettings(key), Clock.fixed(Instant.now().plus(offset), ZoneOffset.UTC));
    }

    private static WebTestClient.ResponseSpec raw(Caller caller) {
        return web.get()
                .uri("/raw/1")
                .headers(headers -> headers.setBearerAuth(tokens().mint(caller)))
                .exchange();
    }

    private static WebTestClient.RequestBodySpec ask(HttpMethod method, String address) {
        return web.method(method).uri(address).headers(headers -> headers.setBearerAuth(tokens().mint(everything())));
    }

    private static WebTestClient.ResponseSpec post(MediaType type, String body) {
        return ask(HttpMethod.POST, "/settings")
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient client(ConfigurableApplicationContext context) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
