package groupwatch.ingest.door;

import static groupwatch.ingest.RunningGateway.OLD_SECRET;
import static groupwatch.ingest.RunningGateway.SECRET;
import static groupwatch.ingest.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import groupwatch.ingest.RunningGateway;
import groupwatch.ingest.SampleJwt;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who gets in, by every way Evolution can be set up, and what strangers learn. */
@WithKafka
@ExtendWith(OutputCaptureExtension.class)
class DoorIT {

    private static final byte[] BODY =
            "{\"event\":\"presence.update\",\"instance\":\"door\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);

    private static RunningGateway gateway;

    @BeforeAll
    static void start(TestKafka kafka) {
        gateway = RunningGateway.start(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer " + SECRET,
        "authorization, bearer " + SECRET,
        "X-Webhook-Token, " + SECRET,
        "X-Whatsapp-Token, " + SECRET,
        "X-Webhook-Token, " + OLD_SECRET,
        "Authorization, Bearer " + OLD_SECRET
    })
    void takesEverySecretInEveryHeader(String name, String value) {
        assertThat(gateway.post("/webhook/evolution", BODY, name, value).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhook/" + SECRET + "/evolution",
                "/webhook/" + SECRET + "/evolution/",
                "/webhook/" + OLD_SECRET + "/evolution/presence-update",
                "/webhook/" + SECRET + "/evolution/a/deeper/path",
                "/webhook/" + SECRET + "/evolution?x=1/presence-update",
                "/webhook/the%2Dcurrent%2Dsecret/evolution"
            })
    void takesTheSecretInThePath(String path) {
        assertThat(gateway.post(path, BODY).statusCode()).isEqualTo(200);
    }

    @Test
    void takesEvolutionsTokenAlsoAfterItsEndBecauseRetriesReuseIt() {
        assertThat(withToken(Duration.ZERO)).isEqualTo(200);
        assertThat(withToken(Duration.ofMinutes(30)))
                .as("expired 20 minutes ago")
                .isEqualTo(200);
        assertThat(withToken(Duration.ofMinutes(130))).as("expired 2 hours ago").isEqualTo(401);
        assertThat(withToken(Duration.ofMinutes(-60))).as("made in the future").isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/webhook/evolution, X-Other, x",
        "/webhook/evolution, X-Webhook-Token, wrong",
        "/webhook/evolution, X-Webhook-Token, ''",
        "/webhook/evolution, Authorization, " + SECRET,
        "/webhook/evolution, Authorization, Basic " + SECRET,
        "/webhook/evolution, Authorization, Bearer wrong",
        "/webhook/evolution, apikey, " + SECRET,
        "/webhook/wrong/evolution, X-Other, x",
        "/webhook/wrong/evolution/messages-upsert, X-Other, x",
        "/webhook/evolution/" + SECRET + ", X-Other, x",
        "/webhook/evolutio%6E, X-Other, x",
        "/%77ebhook/evolution, X-Other, x",
        "/webhook;x=1/evolution, X-Other, x"
    })
    void refusesWhoKnowsNone(String path, String name, String value) {
        HttpResponse<String> answer = gateway.post(path, BODY, name, value);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(json(answer).path("type").asString()).isEqualTo("https://groupwatch.dev/problems/wrong-secret");
    }

    @Test
    void showsASecretOfThePathNowhere(CapturedOutput output) {
        HttpResponse<String> refused = gateway.post("/webhook/nearly-" + SECRET + "/evolution", BODY);
        HttpResponse<String> broken =
                gateway.post("/webhook/" + SECRET + "/evolution", "x".getBytes(StandardCharsets.UTF_8));

        assertThat(json(refused).path("instance").asString()).isEqualTo("/webhook/evolution");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(refused.body() + broken.body() + metrics() + output).doesNotContain(SECRET);
    }

    @Test
    void keepsNothingOfStrangers(TestKafka kafka) {
        String marker = "stranger-" + System.nanoTime();
        gateway.post("/webhook/evolution", marker.getBytes(StandardCharsets.UTF_8), "X-Webhook-Token", "wrong");

        assertThat(kafka.readAll(Topics.RAW_QUARANTINE))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(marker));
    }

    @Test
    void knowsNoOtherPathAndNoOtherMethod() {
        HttpResponse<String> get = gateway.send("GET", "/webhook/evolution", BodyPublishers.noBody());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("allow")).hasValue("POST");
        assertThat(json(get).path("status").asInt()).isEqualTo(405);

        for (String path :
                new String[] {"/", "/webhook", "/webhook/evolutionary", "/other", "/webhook/a/b/evolution"}) {
            HttpResponse<String> post = gateway.post(path, BODY, "X-Webhook-Token", SECRET);
            assertThat(post.statusCode()).as(path).isEqualTo(404);
            assertThat(json(post).path("status").asInt()).isEqualTo(404);
        }
    }

    @Test
    void takesWebhooksFromAllowedAddressesOnly(TestKafka kafka) {
        try (RunningGateway elsewhere =
                RunningGateway.start(kafka.bootstrapServers(), "--groupwatch.ingest.allowed-sources=10.0.0.0/8")) {
            HttpResponse<String> answer = elsewhere.post("{}");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).path("type").asString()).endsWith("/source-not-allowed");
        }
        try (RunningGateway here = RunningGateway.start(
                kafka.bootstrapServers(), "--groupwatch.ingest.allowed-sources=10.0.0.0/8,127.0.0.0/8")) {
            assertThat(here.post("/webhook/evolution", BODY, "X-Webhook-Token", SECRET)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static int withToken(Duration madeBefore) {
        String token = SampleJwt.issuedAt(Instant.now().minus(madeBefore), SampleJwt.RECORDED_KEY);
        return gateway.post("/webhook/evolution", BODY, "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static String metrics() {
        HttpResponse<String> metrics = gateway.send("GET", "/metrics", BodyPublishers.noBody());
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("groupwatch_webhooks_received_total");
        return metrics.body();
    }
}
