package groupwatch.ingest.receive;

import static groupwatch.ingest.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.ingest.RunningGateway;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The broker dies under load and comes back; nobody touches the gateway. */
class BrokerAwayIT {

    private static final String BODY =
            "{\"event\":\"messages.upsert\",\"instance\":\"%s\",\"data\":{\"key\":{\"remoteJid\":\"1@g.us\"}}}";
    private static final Duration PROMPT = Duration.ofSeconds(2);

    @Test
    void answers503PromptlyAndWithBoundedMemoryUntilItIsBack() {
        try (KafkaBroker broker = TestKafka.ownBroker();
                RunningGateway gateway =
                        RunningGateway.start(broker.bootstrapServers(), "--groupwatch.ingest.max-in-flight=20MB")) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> gateway.post(BODY.formatted("before")).statusCode() == 200);

            broker.kill();
            for (int round = 0; round < 3; round++) {
                long begun = System.nanoTime();
                HttpResponse<String> answer = gateway.post(BODY.formatted("away"));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValueAsLong("retry-after")).hasValue(5);
                assertThat(json(answer).path("type").asString()).endsWith("/broker-away");
            }
            flood(gateway);

            broker.restart();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> gateway.post(BODY.formatted("after")).statusCode() == 200);
            assertThat(new TestKafka(broker.bootstrapServers()).readAll(Topics.RAW_MESSAGES))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .contains(BODY.formatted("before"), BODY.formatted("after"));
        }
    }

    /** 300 MB against a gateway that may hold 20. */
    private static void flood(RunningGateway gateway) {
        byte[] body = (BODY.formatted("flood") + " ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3; round++) {
            List<CompletableFuture<HttpResponse<String>>> answers =
                    Stream.generate(() -> gateway.postLater(body)).limit(100).toList();
            assertThat(gateway.inFlight()).isLessThanOrEqualTo(20 * 1024 * 1024);
            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(503);
        }
        await().until(() -> gateway.inFlight() == 0);
    }
}
