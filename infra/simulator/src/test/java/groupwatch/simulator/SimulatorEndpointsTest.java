package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.UnknownObservation;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.testing.Receiver;
import groupwatch.simulator.testing.RunningSimulator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person with a phone does, and what goes wrong: from the call to the webhooks it leads to. */
class SimulatorEndpointsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static RunningSimulator simulator;
    private final EvolutionReader reader = new EvolutionReader();
    private Receiver receiver;
    private String name;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start(
                "groupwatch.simulator.pairing.lifetime=50ms",
                "groupwatch.simulator.pairing.limit=3",
                "groupwatch.simulator.receipts.delivered=20ms",
                "groupwatch.simulator.receipts.read=40ms",
                "groupwatch.simulator.webhooks.initial-delay=20ms");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void create() {
        receiver = new Receiver();
        name = "simulated-" + NUMBER.incrementAndGet();
        simulator.post("/instance/create", """
                {"instanceName": "%s", "integration": "WHATSAPP-BAILEYS", "webhook": {"url": "%s/hook", "events": []}}""".formatted(name, receiver.url()));
        await().until(() -> receiver.of("instance.create").size() == 1);
    }

    @Test
    void showsCodesUntilTheLimitAndThenRefuses() {
        var answer = simulator.get("/instance/connect/" + name).body();
        // a code that is there by the time of the answer comes with it, as with Evolution
        assertThat(answer.path("count").intValue()).isBetween(0, 3);
        assertThat(answer.has("code")).isEqualTo(answer.path("count").intValue() > 0);

        await().untilAsserted(() -> assertThat(states()).containsExactly("connecting", "refused"));
        assertThat(receiver.of("qrcode.updated")).hasSize(4);
        assertThat(receiver.of("qrcode.updated")
                        .getLast()
                        .json()
                        .path("data")
                        .path("statusCode")
                        .intValue())
                .isEqualTo(500);
        var code = receiver.of("qrcode.updated").getFirst().json().path("data").path("qrcode");
        assertThat(code.path("code").stringValue()).startsWith("2@SIMULATED");
        assertThat(code.path("base64").stringValue()).startsWith("data:image/png;base64,iVBOR");
        assertThat(receiver.all()).noneMatch(got -> got.json().has("sender"));
        assertThat(state()).isEqualTo("refused");
    }

    @Test
    void tellsTheHistoryAndGoesOnOnceTheCodeIsScanned() {
        simulator.get("/instance/connect/" + name);
        scan("chatter");

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            // events overtake each other: the last part of the history need not be the last to come
            assertThat(receiver.of("messages.set"))
                    .anyMatch(got -> got.json().path("progress").intValue() == 100);
            assertThat(receiver.of("groups.upsert")).hasSize(1);
            assertThat(receiver.of("messages.upsert").stream().anyMatch(SimulatorEndpointsTest::isLive))
                    .isTrue();
        });
        assertThat(states().getLast()).isEqualTo("open");
        assertThat(receiver.all())
                .allSatisfy(got -> assertThat(reader.read(got.body().getBytes(StandardCharsets.UTF_8))
                                .observations())
                        .noneMatch(UnknownObservation.class::isInstance));
        var groups = simulator
                .get("/group/fetchAllGroups/" + name + "?getParticipants=true")
                .body();
        assertThat(groups.size()).isEqualTo(3);
        assertThat(groups.path(0).path("participants").size())
                .isEqualTo(groups.path(0).path("size").intValue());
    }

    @Test
    void tellsOnlyThatItConnectsWhenTheLineDropsAndCatchesUpAfterwards() {
        scan("chatter");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.of("messages.upsert").stream().anyMatch(SimulatorEndpointsTest::isLive));

        var dropped = simulator.post("/simulator/" + name + "/disconnect", "{\"kind\": \"drop\", \"seconds\": 5}");

        assertThat(dropped.body().path("instance").path("state").stringValue()).isEqualTo("connecting");
        assertThat(simulator
                        .post("/message/sendText/" + name, "{\"number\": \"5511999990001\", \"text\": \"x\"}")
                        .status())
                .isEqualTo(500);
        await().untilAsserted(() -> assertThat(states()).containsExactly("open", "connecting", "open"));
        await().untilAsserted(() -> {
            var live = receiver.of("messages.upsert").stream()
                    .filter(SimulatorEndpointsTest::isLive)
                    .count();
            assertThat(live).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void endsWithThreeEventsWhenThePhoneLogsOut() {
        scan("none");
        simulator.post("/simulator/" + name + "/disconnect", "{\"kind\": \"logout\"}");

        await().until(() -> states().contains("close"));
        assertThat(receiver.all().stream().map(Receiver.Got::event).toList())
                .contains("status.instance", "logout.instance", "connection.update");
        assertThat(state()).isEqualTo("close");
        var row = simulator
                .get("/instance/fetchInstances?instanceName=" + name)
                .body()
                .path(0);
        assertThat(row.path("disconnectionReasonCode").intValue()).isEqualTo(401);
    }

    @Test
    void remembersWhatItDoesNotTellWhileItIsSilentAndARestartHealsIt() {
        scan("chatter");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.of("messages.upsert").stream().anyMatch(SimulatorEndpointsTest::isLive));
        simulator.post("/simulator/" + name + "/silence", "{}");
        var before = status().path("messages").intValue();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> status().path("messages").intValue() > before + 2);
        var told = ids(receiver);
        var found = simulator
                .post("/chat/findMessages/" + name, "{\"offset\": 1}")
                .body()
                .path("messages")
                .path("records");
        assertThat(told).doesNotContain(found.path(0).path("key").path("id").stringValue());

        simulator.post("/instance/restart/" + name, "{}");
        await().atMost(Duration.ofSeconds(90)).until(() -> ids(receiver).size() > told.size() + 1);
        assertThat(status().path("silent").booleanValue()).isFalse();
    }

    @Test
    void floodsWithTheSameMessagesForTheSameSeed() {
        scan("none");
        var flood = "{\"messages\": 150, \"seed\": 9, \"end\": 1760000000}";
        assertThat(simulator.post("/simulator/" + name + "/flood", flood).status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.of("messages.upsert").size() == 150);
        var first = receiver.of("messages.upsert").stream()
                .map(got -> got.json().path("data"))
                .collect(Collectors.toSet());
        receiver.forget();
        await().until(() -> !status().path("flood").booleanValue());

        simulator.post("/simulator/" + name + "/flood", flood);

        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.of("messages.upsert").size() == 150);
        assertThat(receiver.of("messages.upsert").stream()
                        .map(got -> got.json().path("data"))
                        .collect(Collectors.toSet()))
                .as("but for what is quoted, which is only remembered the second time")
                .hasSameSizeAs(first);
        assertThat(ids(receiver)).hasSize(150);
        assertThat(simulator
                        .post("/chat/findMessages/" + name, "{\"offset\": 1}")
                        .body()
                        .path("messages")
                        .path("total")
                        .intValue())
                .as("told twice is two rows")
                .isEqualTo(300);
    }

    @Test
    void mixesUpAndRepeatsInWaysTheSuiteUnderstands() {
        scan("none");
        simulator.post(
                "/simulator/" + name + "/disorder",
                "{\"messages\": 200, \"shuffle\": 50, \"duplicates\": 0.2, \"changes\": 0.5}");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !status().path("flood").booleanValue()
                        && status().path("webhooks").path("pending").intValue() == 0);

        var seen = receiver.all().stream()
                .map(got -> reader.read(got.body().getBytes(StandardCharsets.UTF_8)))
                .flatMap(observed -> observed.observations().stream())
                .toList();
        assertThat(seen).noneMatch(UnknownObservation.class::isInstance);
        assertThat(ids(receiver).size()).isGreaterThanOrEqualTo(200);
        assertThat(receiver.of("messages.upsert").size())
                .isGreaterThan(ids(receiver).size());
        assertThat(receiver.of("messages.edited")).isNotEmpty();
        assertThat(receiver.of("messages.delete")).isNotEmpty();
    }

    @Test
    void givesBackTheFileWhoseHashTheMessageTold() throws Exception {
        scan("none");
        simulator.post("/simulator/" + name + "/flood", "{\"messages\": 300}");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.of("messages.upsert").size() == 300);

        var kinds = new HashSet<String>();
        for (var got : receiver.of("messages.upsert")) {
            for (var observed :
                    reader.read(got.body().getBytes(StandardCharsets.UTF_8)).observations()) {
                if (observed instanceof MessageSeen seen
                        && seen.content().media() != null
                        && kinds.add(seen.content().type().wire())) {
                    var answer = simulator.post(
                            "/chat/getBase64FromMediaMessage/" + name,
                            "{\"message\": {\"key\": {\"id\": \"" + seen.id() + "\"}}}");
                    assertThat(answer.status()).isEqualTo(201);
                    var bytes = Base64.getDecoder()
                            .decode(answer.body().path("base64").stringValue());
                    var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                    assertThat(HexFormat.of().formatHex(hash))
                            .isEqualTo(Objects.requireNonNull(seen.content().media())
                                    .sha256());
                }
            }
        }
        assertThat(kinds).contains("image", "voice", "video", "document", "sticker");
    }

    @Test
    void sendsAFileOfEachKindThatIsThereWhole() throws Exception {
        scan("none");
        for (var kind : List.of("image", "video", "voice", "sticker", "pdf", "docx", "xlsx", "text")) {
            var told = file("{\"kind\": \"%s\"}".formatted(kind));
            var answer = base64(told);
            assertThat(answer.status()).as(kind).isEqualTo(201);
            assertThat(hash(answer)).as(kind).isEqualTo(told.path("sha256").stringValue());
        }
        await().untilAsserted(() -> assertThat(receiver.of("messages.upsert")).hasSize(8));
    }

    @Test
    void aFileMayBeGoneOrDamagedOrComeSlowly() throws Exception {
        scan("none");
        var expired = base64(file("{\"fate\": \"expired\"}"));
        assertThat(expired.status()).isEqualTo(404);
        assertThat(expired.body().path("error").stringValue()).isEqualTo("Not Found");
        var corrupt = file("{\"fate\": \"corrupt\"}");
        assertThat(hash(base64(corrupt))).isNotEqualTo(corrupt.path("sha256").stringValue());
        var slow = file("{\"fate\": \"slow\", \"seconds\": 0.2}");
        assertThat(hash(base64(slow))).isEqualTo(slow.path("sha256").stringValue());
    }

    @Test
    void aVideoMayBeLarge() throws Exception {
        scan("none");
        var told = file("{\"kind\": \"video\", \"size\": 5000000}");
        var answer = base64(told);
        assertThat(answer.body().path("size").path("fileLength").path("low").intValue())
                .isEqualTo(5_000_000);
        assertThat(hash(answer)).isEqualTo(told.path("sha256").stringValue());
    }

    private JsonNode file(String body) {
        return simulator.post("/simulator/" + name + "/file", body).body();
    }

    private RunningSimulator.Answer base64(JsonNode told) {
        return simulator.post(
                "/chat/getBase64FromMediaMessage/" + name,
                "{\"message\": {\"key\": {\"id\": \"" + told.path("id").stringValue() + "\"}}}");
    }

    private static String hash(RunningSimulator.Answer answer) throws Exception {
        var bytes = Base64.getDecoder().decode(answer.body().path("base64").stringValue());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void deliversAndReadsWhatIsSentToSomebody() {
        scan("none");
        var sent = simulator.post("/message/sendText/" + name, "{\"number\": \"5511999990001\", \"text\": \"oi\"}");

        assertThat(sent.status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(receiver.of("messages.update").stream()
                        .map(got -> got.json().path("data").path("status").stringValue()))
                .containsExactly("DELIVERY_ACK", "READ"));
        var nobody = simulator.post("/message/sendText/" + name, "{\"number\": \"5511999990404\", \"text\": \"oi\"}");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body()
                        .path("response")
                        .path("message")
                        .path(0)
                        .path("exists")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void tellsAMissedCall() {
        scan("none");
        simulator.post("/simulator/" + name + "/call", "{\"video\": true}");

        await().untilAsserted(() -> assertThat(receiver.of("call").stream()
                        .map(got -> got.json().path("data").path("status").stringValue()))
                .containsExactly("offer", "timeout"));
    }

    @Test
    void saysGoodbyeInEvolutionsOrderWhenItIsDeleted() {
        scan("none");
        simulator.delete("/instance/delete/" + name);

        await().until(() -> receiver.of("remove.instance").size() == 1);
        assertThat(receiver.all().stream().map(Receiver.Got::event).collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "instance.create",
                        "connection.update",
                        "status.instance",
                        "logout.instance",
                        "instance.delete",
                        "remove.instance"));
        assertThat(simulator.get("/instance/connectionState/" + name).status()).isEqualTo(404);
        assertThat(simulator.bean(Instances.class).find(name)).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhoHasNoKey() {
        assertThat(simulator
                        .post("/simulator/" + name + "/scan", "{\"scenario\": \"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(simulator.post("/simulator/" + name + "/flood", "{}").status())
                .as("not open")
                .isEqualTo(400);
        scan("none");
        var wrong = simulator.post("/simulator/" + name + "/flood", "{\"direct\": 2}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().toString()).contains("direct must be from 0 to 1");
        assertThat(simulator
                        .ask("POST", "/simulator/" + name + "/flood", "wrong", "{}")
                        .status())
                .isEqualTo(401);
    }

    private void scan(String scenario) {
        var answer =
                simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"" + scenario + "\", \"seed\": 3}");
        assertThat(answer.body().path("instance").path("state").stringValue()).isEqualTo("open");
    }

    private String state() {
        return simulator
                .get("/instance/connectionState/" + name)
                .body()
                .path("instance")
                .path("state")
                .stringValue();
    }

    private JsonNode status() {
        return simulator.get("/simulator/" + name).body();
    }

    private List<String> states() {
        return receiver.of("connection.update").stream()
                .map(got -> got.json().path("data").path("state").stringValue())
                .toList();
    }

    private static Set<String> ids(Receiver receiver) {
        return receiver.of("messages.upsert").stream()
                .map(got -> got.json().path("data").path("key").path("id").stringValue())
                .collect(Collectors.toSet());
    }

    /** Said after this test began, not in the day before. */
    private static boolean isLive(Receiver.Got got) {
        return got.json().path("data").path("messageTimestamp").longValue() * 1000
                > System.currentTimeMillis() - 30_000;
    }
}
