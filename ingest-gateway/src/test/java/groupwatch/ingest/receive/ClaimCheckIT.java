package groupwatch.ingest.receive;

import static groupwatch.ingest.RunningGateway.SECRET;
import static groupwatch.ingest.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.ingest.RunningGateway;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithKafka;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks with files in them, and those too large for a record: what is on the topics and what is in the object store. */
@WithKafka
class ClaimCheckIT {

    private static final int MB = 1024 * 1024;
    private static final int BROKEN_OFF = 0;

    private RunningGateway gateway;

    @BeforeEach
    void start(TestKafka kafka) {
        gateway = RunningGateway.start(kafka.bootstrapServers(), "--groupwatch.ingest.max-body=30MB");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void bringsEveryRecordedFileIntoTheStoreAndLeavesAClaim(TestKafka kafka) throws IOException {
        List<RecordedWebhook> recorded =
                RecordedWebhook.all().stream().filter(RecordedWebhook::hasFile).toList();
        assertThat(recorded).isNotEmpty();
        for (RecordedWebhook webhook : recorded) {
            String instance = kafka.unique("recorded");
            byte[] body = webhook.withoutApiKeys()
                    .replaceFirst("\"instance\":\"[^\"]*\"", "\"instance\":\"" + instance + "\"")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(post(body).statusCode()).isEqualTo(200);
            assertThat(post(body).statusCode()).isEqualTo(200);

            List<ConsumerRecord<String, byte[]>> records = records(kafka, Topics.RAW_MESSAGES, instance);
            assertThat(records).hasSize(2);
            assertThat(header(records.get(0), "ce_id")).isEqualTo(header(records.get(1), "ce_id"));
            assertThat(claim(records.get(0))).isNotEqualTo(claim(records.get(1)));
            for (ConsumerRecord<String, byte[]> record : records) {
                assertThat(claim(record)).matches("claims/\\d{4}-\\d\\d-\\d\\d/[0-9a-f-]{36}");
                assertThat(object(claim(record))).hasBinaryContent(webhook.file());
                assertThat(text(record))
                        .doesNotContain(new String(Base64.getEncoder().encode(webhook.file())));
            }
        }
    }

    @Test
    void bringsALargeFileIntoTheStoreWhileItComes(TestKafka kafka) throws IOException {
        byte[] file = bytes(20 * MB);
        for (boolean chunked : new boolean[] {false, true}) {
            String instance = kafka.unique("large");
            byte[] body = media(instance, "1@g.us", file);
            BodyPublisher publisher = chunked ? chunked(body) : BodyPublishers.ofByteArray(body);

            assertThat(gateway.send("POST", "/webhook/evolution", publisher, "X-Webhook-Token", SECRET)
                            .statusCode())
                    .isEqualTo(200);

            ConsumerRecord<String, byte[]> record =
                    records(kafka, Topics.RAW_MESSAGES, instance).getFirst();
            assertThat(record.key()).isEqualTo("1@g.us");
            assertThat(record.value().length).isLessThan(500);
            assertThat(text(record)).contains("\"apikey\":\"\"").doesNotContain("s3cret");
            assertThat(object(claim(record))).hasBinaryContent(file);
        }
        assertThat(gateway.inFlight()).isZero();
        assertThat(unfinished()).isZero();
    }

    @Test
    void takesSixteenMegabytesIntoARecordAndStoresALargerBodyWhole(TestKafka kafka) throws IOException {
        String fits = kafka.unique("fits");
        assertThat(post(history(16 * MB, fits)).statusCode()).isEqualTo(200);
        assertThat(objects("bodies")).isEmpty();
        assertThat(records(kafka, Topics.RAW_HISTORY, fits)).hasSize(1);

        String larger = kafka.unique("larger");
        byte[] body = history(16 * MB + 1, larger);
        assertThat(post(body).statusCode()).isEqualTo(200);
        assertThat(gateway.send("POST", "/webhook/evolution", chunked(body), "X-Webhook-Token", SECRET)
                        .statusCode())
                .isEqualTo(200);

        List<ConsumerRecord<String, byte[]>> records = kafka.readAll(Topics.RAW_HISTORY).stream()
                .filter(record -> larger.equals(record.key()))
                .toList();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(text(record)).isEqualTo("{}");
            assertThat(header(record, "ce_type")).isEqualTo("evolution.messages.set");
            assertThat(header(record, "ce_source")).isEqualTo("/evolution/" + larger);
            assertThat(header(record, RawRecords.BODY)).matches("bodies/\\d{4}-\\d\\d-\\d\\d/[0-9a-f-]{36}");
        });
        assertThat(header(records.get(0), "ce_id")).isEqualTo(header(records.get(1), "ce_id"));
        String stored = Files.readString(object(String.valueOf(header(records.get(0), RawRecords.BODY))));
        assertThat(stored).isEqualTo(new String(body, StandardCharsets.UTF_8).replace("s3cret", ""));
    }

    @Test
    void refusesWhatIsLargerThanItTakesAndKeepsNothingOfIt() throws IOException {
        assertThat(post(media("i", "1@g.us", bytes(30 * MB))).statusCode()).isEqualTo(200);
        assertThat(objects("claims"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasSize(30 * MB));
        Files.delete(objects("claims").getFirst());
        byte[] larger = media("i", "1@g.us", bytes(30 * MB + 1));
        HttpResponse<String> declared = post(larger);
        HttpResponse<String> chunked =
                gateway.send("POST", "/webhook/evolution", chunked(larger), "X-Webhook-Token", SECRET);
        byte[] noJson = new byte[17 * MB];
        Arrays.fill(noJson, (byte) 'x');

        byte[] plain = history(31 * MB, "i");

        assertThat(List.of(declared, chunked, post(noJson), post(plain), post(new byte[57 * MB])))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(413);
                    assertThat(json(answer).path("type").asString()).endsWith("/too-large");
                });
        await().until(() -> unfinished() == 0);
        assertThat(objects("")).isEmpty();
        assertThat(gateway.inFlight()).isZero();
        assertThat(post(media("i", "1@g.us", bytes(MB))).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNothingOfASenderWhoGoesAwayInTheMiddle() throws IOException {
        byte[] body = media("i", "1@g.us", bytes(8 * MB));
        for (int round = 0; round < 3; round++) {
            try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
                socket.getOutputStream()
                        .write(("POST /webhook/evolution HTTP/1.1\r\nHost: x\r\nX-Webhook-Token: " + SECRET
                                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body, 0, 5 * MB);
                await().until(() -> unfinished() == 1);
            }
            await().until(() -> unfinished() == 0);
        }
        await().until(() -> gateway.received() == 3);
        assertThat(objects("")).isEmpty();
        assertThat(gateway.received("gone")).isEqualTo(3);
        assertThat(gateway.inFlight()).isZero();
    }

    @Test
    void answers503WhileTheStoreIsAwayAndTakesItWhenItIsBack() throws IOException {
        Files.createDirectories(gateway.objects().getParent());
        Files.writeString(gateway.objects(), "no folder can be here");
        HttpResponse<String> answer = post(media("i", "1@g.us", bytes(100)));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("type").asString()).endsWith("/store-away");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(statusOrBrokenOff(media("i", "1@g.us", bytes(3 * MB)))).isIn(503, BROKEN_OFF);
        assertThat(gateway.post("{\"event\":\"x\",\"instance\":\"i\"}").statusCode())
                .as("what needs no store")
                .isEqualTo(200);

        Files.delete(gateway.objects());
        assertThat(post(media("i", "1@g.us", bytes(3 * MB))).statusCode()).isEqualTo(200);
        assertThat(gateway.inFlight()).isZero();
    }

    /** Who still sends when the refusal comes may meet the closed connection before the answer: Evolution tries again after either. */
    private int statusOrBrokenOff(byte[] body) {
        try {
            return post(body).statusCode();
        } catch (UncheckedIOException e) {
            return BROKEN_OFF;
        }
    }

    @Test
    void keepsNoFileOfADirectChatThatIsNotWanted(TestKafka kafka) throws IOException {
        gateway.close();
        gateway = RunningGateway.start(kafka.bootstrapServers(), "--groupwatch.ingest.drop-direct-chats=true");

        assertThat(post(media("i", "5511999990001@s.whatsapp.net", bytes(MB))).statusCode())
                .isEqualTo(200);

        assertThat(gateway.received("dropped")).isEqualTo(1);
        assertThat(objects("")).isEmpty();
    }

    @Test
    void readsNothingWithoutTheSecret() throws IOException {
        HttpResponse<String> answer = gateway.post(
                "/webhook/evolution", media("i", "1@g.us", bytes(MB)), "X-Webhook-Token", "not the secret");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(gateway.objects()).doesNotExist();
    }

    @Test
    void quarantinesWhatBreaksOffBehindItsFile(TestKafka kafka) {
        String instance = kafka.unique("broken");
        byte[] body = media(instance, "1@g.us", bytes(MB));

        HttpResponse<String> answer = post(Arrays.copyOf(body, body.length - 1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(records(kafka, Topics.RAW_QUARANTINE, instance))
                .singleElement()
                .satisfies(record ->
                        assertThat(text(record)).contains("claim:claims/").doesNotContain("s3cret"));
    }

    @Test
    void takesTenAtOnceWithBoundedMemory(TestKafka kafka) {
        String instance = kafka.unique("ten");
        byte[] body = media(instance, "1@g.us", bytes(15 * MB));
        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, 10).mapToObj(any -> gateway.postLater(body)).toList();
        assertThat(gateway.post("{\"event\":\"x\",\"instance\":\"i\"}").statusCode())
                .isEqualTo(200);
        assertThat(gateway.inFlight()).isLessThanOrEqualTo(48 * MB);

        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200);
        assertThat(records(kafka, Topics.RAW_MESSAGES, instance)).hasSize(10);
    }

    private HttpResponse<String> post(byte[] body) {
        return gateway.post("/webhook/evolution", body, "X-Webhook-Token", SECRET);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static byte[] media(String instance, String chat, byte[] file) {
        return ("{\"data\":{\"message\":{\"base64\":\"" + Base64.getEncoder().encodeToString(file)
                        + "\",\"imageMessage\":{\"mimetype\":\"image/jpeg\"}},\"key\":{\"remoteJid\":\"" + chat
                        + "\",\"id\":\"A\"}},\"event\":\"messages.upsert\",\"apikey\":\"s3cret\",\"instance\":\""
                        + instance
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] history(int size, String instance) {
        String start = "{\"event\":\"messages.set\",\"apikey\":\"s3cret\",\"data\":[],\"filler\":\"";
        String end = "\",\"instance\":\"" + instance + "\"}";
        // without its key a body is as large as said
        byte[] body = new byte[size + "s3cret".length()];
        Arrays.fill(body, (byte) 'x');
        System.arraycopy(start.getBytes(StandardCharsets.UTF_8), 0, body, 0, start.length());
        System.arraycopy(end.getBytes(StandardCharsets.UTF_8), 0, body, body.length - end.length(), end.length());
        return body;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Path object(String key) {
        return gateway.objects().resolve(key);
    }

    private List<Path> objects(String folder) throws IOException {
        Path root = gateway.objects().resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private long unfinished() throws IOException {
        return objects("~unfinished").size();
    }

    private static String claim(ConsumerRecord<String, byte[]> record) {
        JsonNode webhook = JsonMapper.shared().readTree(record.value());
        String claim = webhook.path("data").path("message").path("base64").asString();
        assertThat(claim).startsWith("claim:");
        return claim.substring("claim:".length());
    }

    private static List<ConsumerRecord<String, byte[]>> records(TestKafka kafka, String topic, String text) {
        return kafka.readAll(topic).stream()
                .filter(record -> text(record).contains(text))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
