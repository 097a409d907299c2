package groupwatch.ingest.receive;

import static groupwatch.ingest.RunningGateway.SECRET;
import static groupwatch.ingest.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.Topics;
import groupwatch.ingest.RunningGateway;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is on the topics after an answer, looked at with a plain consumer. */
@WithKafka
class KeepWebhookIT {

    private static final List<String> TOPICS = List.of(
            Topics.RAW_MESSAGES,
            Topics.RAW_HISTORY,
            Topics.RAW_GROUPS,
            Topics.RAW_LINKS,
            Topics.RAW_OTHER,
            Topics.RAW_QUARANTINE);

    private static RunningGateway gateway;

    @BeforeAll
    static void start(TestKafka kafka) {
        gateway = RunningGateway.start(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void keepsEveryRecordedWebhookWithoutItsApiKey(TestKafka kafka) {
        List<RecordedWebhook> corpus = RecordedWebhook.all();
        for (RecordedWebhook webhook : corpus) {
            HttpResponse<String> answer = gateway.post("/webhook/evolution", webhook.body(), "X-Webhook-Token", SECRET);
            assertThat(answer.statusCode()).as(webhook.name()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
        }

        List<String> kept = TOPICS.stream()
                .flatMap(topic -> kafka.readAll(topic).stream())
                .map(KeepWebhookIT::text)
                .toList();
        Set<String> keys =
                corpus.stream().flatMap(webhook -> webhook.apiKeys().stream()).collect(Collectors.toSet());
        assertThat(corpus).hasSizeGreaterThan(100);
        assertThat(keys).isNotEmpty();
        assertThat(kept)
                .containsAll(corpus.stream()
                        .filter(webhook -> !webhook.hasFile())
                        .map(RecordedWebhook::withoutApiKeys)
                        .toList())
                .noneMatch(record -> keys.stream().anyMatch(record::contains));
    }

    @Test
    void answersOnlyWhenTheBrokerHasIt(TestKafka kafka) {
        for (int round = 0; round < 5; round++) {
            String instance = kafka.unique("acknowledged");
            gateway.post("{\"event\":\"x\",\"instance\":\"" + instance + "\"}");

            assertThat(recordsWith(kafka, Topics.RAW_OTHER, instance)).hasSize(1);
        }
    }

    @Test
    void writesCloudEventsHeadersWithOneIdForOneWebhook(TestKafka kafka) {
        String instance = kafka.unique("ids");
        String body = "{\"event\":\"messages.upsert\",\"instance\":\"" + instance
                + "\",\"data\":{\"key\":{\"remoteJid\":\"1@g.us\",\"id\":\"A\"}},\"apikey\":\"%s\"}";
        gateway.post(body.formatted("a-key"));
        gateway.post(body.formatted("another-key"));
        gateway.post(body.replace("\"A\"", "\"B\"").formatted("a-key"));

        List<ConsumerRecord<String, byte[]>> records = recordsWith(kafka, Topics.RAW_MESSAGES, instance);

        assertThat(records).hasSize(3).allMatch(record -> record.key().equals("1@g.us"));
        assertThat(records).extracting(record -> header(record, "ce_type")).containsOnly("evolution.messages.upsert");
        assertThat(records).extracting(record -> header(record, "ce_source")).containsOnly("/evolution/" + instance);
        assertThat(records).extracting(record -> header(record, "ce_subject")).containsOnly("1@g.us");
        assertThat(header(records.get(0), "ce_id"))
                .isEqualTo(header(records.get(1), "ce_id"))
                .isNotEqualTo(header(records.get(2), "ce_id"));
        assertThat(header(records.get(0), "ce_time")).matches("20\\d\\d-.*Z");
    }

    @Test
    void keepsTheBytesOfWhatIsNoWebhookAndSaysWhatIsWrong(TestKafka kafka) {
        byte[] bytes = (kafka.unique("quarantine") + "\u0000\u0001\nno json {").getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                gateway.post("/webhook/evolution/messages-upsert", bytes, "X-Webhook-Token", SECRET);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("type").asString()).endsWith("/not-json");
        assertThat(json(answer).path("detail").asString()).startsWith("The body is not JSON: see byte ");
        ConsumerRecord<String, byte[]> kept = kafka.readAll(Topics.RAW_QUARANTINE).stream()
                .filter(record -> Arrays.equals(record.value(), bytes))
                .findFirst()
                .orElseThrow();
        assertThat(kept.key()).isEqualTo("127.0.0.1");
        assertThat(header(kept, RawRecords.REASON)).isEqualTo("not-json");
        assertThat(header(kept, RawRecords.DETAIL))
                .isEqualTo(json(answer).path("detail").asString());
        assertThat(header(kept, RawRecords.PATH)).isEqualTo("/webhook/evolution/messages-upsert");
    }

    @Test
    void refusesCompressedBodies() {
        HttpResponse<String> answer = gateway.post(
                "/webhook/evolution", new byte[] {31, -117, 8}, "X-Webhook-Token", SECRET, "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void writesNoDirectChatWhenToldSo(TestKafka kafka) {
        String instance = kafka.unique("direct");
        String body = "{\"event\":\"messages.upsert\",\"instance\":\"" + instance
                + "\",\"data\":{\"key\":{\"remoteJid\":\"%s\"}}}";
        try (RunningGateway deaf =
                RunningGateway.start(kafka.bootstrapServers(), "--groupwatch.ingest.drop-direct-chats=true")) {
            for (String chat : List.of("5511999990001@s.whatsapp.net", "1@lid", "status@broadcast", "2@g.us")) {
                assertThat(deaf.post(body.formatted(chat)).statusCode()).isEqualTo(200);
            }
            assertThat(deaf.received("dropped")).isEqualTo(3);
        }

        assertThat(recordsWith(kafka, Topics.RAW_MESSAGES, instance))
                .extracting(ConsumerRecord::key)
                .containsExactly("2@g.us");
    }

    @Test
    void countsEveryWebhookOnce(TestKafka kafka) {
        try (RunningGateway counting = RunningGateway.start(kafka.bootstrapServers())) {
            counting.post("{\"event\":\"x\",\"instance\":\"i\"}");
            counting.post("{\"event\":\"x\"}");
            counting.post("no json");
            counting.post("/webhook/evolution", new byte[0], "X-Webhook-Token", "wrong");
            counting.send("GET", "/webhook/evolution", BodyPublishers.noBody());

            assertThat(counting.received("kept")).isEqualTo(1);
            assertThat(counting.received("refused")).isEqualTo(3);
            assertThat(counting.received()).isEqualTo(4);
            assertThat(counting.inFlight()).isZero();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> recordsWith(TestKafka kafka, String topic, String text) {
        return kafka.readAll(topic).stream()
                .filter(record -> text(record).contains(text))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
