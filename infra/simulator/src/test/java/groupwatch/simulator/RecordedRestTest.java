package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shape;
import groupwatch.simulator.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded request, asked of the simulator in the recorded order: the same status, errors word for word, answers of the same shape. */
class RecordedRestTest {

    /** What only some accounts, groups or moments have. */
    private static final Set<String> MAYBE =
            Set.of("expiration", "height", "width", "jpegThumbnail", "waveform", "messageContextInfo");
    /** Values that are the same for everybody. */
    private static final Set<String> FIXED = Set.of(
            "instanceName",
            "state",
            "integration",
            "messageType",
            "fromMe",
            "conversation",
            "subject",
            "presence",
            "read",
            "status",
            "type",
            "name",
            "optionName",
            "selectableOptionsCount",
            "groupsIgnore",
            "readStatus",
            "caption",
            "vcard",
            "displayName",
            "mediaType",
            "mimetype",
            "fileName",
            "exists",
            "accessTokenWaBusiness",
            "hash",
            "source",
            "currentPage");

    private static final JsonNode RECORDED = recorded();
    private static RunningSimulator simulator;
    /** Ids that were made anew, by the recorded ones. */
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start("groupwatch.simulator.webhooks.attempts=1");
        for (var name : List.of("loja-norte", "loja-sul", "clinica-sp", "clinica-rj")) {
            simulator.post("/instance/create", """
                    {"instanceName": "%s", "integration": "WHATSAPP-BAILEYS", "token": "inst-token-%s"}""".formatted(name, name));
            scan(name);
            Shop.furnish(simulator.bean(Instances.class).find(name).orElseThrow());
        }
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsRecorded(String name, JsonNode exchange) {
        prepare(name);
        var request = exchange.path("request");
        var said = request.isMissingNode() ? null : request.toString();
        for (var id : IDS.entrySet()) {
            said = said == null ? null : said.replace(id.getKey(), id.getValue());
        }
        var picture = Base64.getEncoder().encodeToString(Shop.picture().bytes());

        var answer = simulator.ask(
                exchange.path("method").stringValue(),
                exchange.path("path").stringValue(),
                key(name),
                said == null ? null : said.replace("<base64>", picture));

        var recorded = exchange.path("body");
        assertThat(answer.status()).isEqualTo(exchange.path("status").intValue());
        assertThat(answer.headers().firstValue("X-Groupwatch-Simulator")).hasValue("true");
        if (exchange.path("status").intValue() >= 400) {
            assertThat(answer.body()).isEqualTo(recorded);
        } else if (exchange.path("partial").asBoolean(false)) {
            partly(recorded, answer.body());
        } else {
            assertThat(Shape.differences(recorded, answer.body(), maybe(name))).isEmpty();
            assertThat(fixed(answer.body(), name)).isEqualTo(fixed(recorded, name));
        }
        remember(recorded, answer.body());
    }

    static Stream<Arguments> exchanges() {
        return RECORDED.path("exchanges").properties().stream()
                .map(exchange -> Arguments.of(exchange.getKey(), exchange.getValue()));
    }

    /** Of the last message of a chat only the caption was recorded. */
    private static Set<String> maybe(String name) {
        return name.equals("findChats")
                ? Stream.concat(
                                MAYBE.stream(),
                                Stream.of(
                                        "url",
                                        "mediaKey",
                                        "mimetype",
                                        "directPath",
                                        "fileLength",
                                        "fileSha256",
                                        "annotations",
                                        "scanLengths",
                                        "fileEncSha256",
                                        "mediaKeyTimestamp",
                                        "interactiveAnnotations",
                                        "contextInfo"))
                        .collect(Collectors.toSet())
                : MAYBE;
    }

    private static String key(String name) {
        return switch (name) {
            case "no_key" -> "";
            case "bad_key" -> "wrong";
            case "fetch_by_token" -> "inst-token-ciclo-01";
            default -> RunningSimulator.KEY;
        };
    }

    /** What had happened before it was recorded. */
    private static void prepare(String name) {
        switch (name) {
            case "state_open" -> scan("ciclo-01");
            case "logout" -> scan("ciclo-03");
            case "sendText_closed" -> simulator.post("/simulator/ciclo-01/disconnect", "{\"kind\": \"logout\"}");
            case "connect_qr_second" ->
                await().until(() ->
                        simulator.get("/instance/connect/qr-01").body().has("code"));
            case "sendMedia_upload_failed" -> simulator.post("/simulator/loja-norte/faults", "{\"uploads\": 1}");
            case "findChats" ->
                simulator.post(
                        "/message/sendMedia/loja-norte",
                        RECORDED.path("exchanges")
                                .path("sendMedia")
                                .path("request")
                                .toString()
                                .replace(
                                        "<base64>",
                                        Base64.getEncoder()
                                                .encodeToString(Shop.picture().bytes())));
            case "settings_find" ->
                simulator.post(
                        "/settings/set/loja-norte",
                        RECORDED.path("exchanges")
                                .path("settings_set")
                                .path("request")
                                .toString());
            default -> {}
        }
    }

    private static void scan(String instance) {
        assertThat(simulator
                        .post("/simulator/" + instance + "/scan", "{\"scenario\": \"none\"}")
                        .status())
                .isEqualTo(202);
    }

    private static void remember(JsonNode recorded, JsonNode actual) {
        var before = recorded.path("key").path("id");
        var now = actual.path("key").path("id");
        if (before.isString() && now.isString()) {
            IDS.put(before.stringValue(), now.stringValue());
        }
    }

    private static void partly(JsonNode recorded, JsonNode actual) {
        if (recorded.isString()) {
            assertThat(actual.stringValue())
                    .startsWith(recorded.stringValue().lines().findFirst().orElseThrow());
            return;
        }
        recorded.properties().forEach(field -> {
            assertThat(actual.has(field.getKey())).as(field.getKey()).isTrue();
            if (field.getValue().isObject() && !field.getKey().equals("fileSha256")) {
                partly(field.getValue(), actual.path(field.getKey()));
            }
        });
    }

    /** The values of both sides that must be equal, in order. */
    private static List<String> fixed(JsonNode body, String name) {
        var values = new ArrayList<String>();
        collect(body, name, values);
        return values;
    }

    private static void collect(JsonNode node, String name, List<String> values) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, name, values));
        }
        node.properties().forEach(field -> {
            var value = field.getValue();
            if (FIXED.contains(field.getKey())
                    && value.isValueNode()
                    && !value.isNull()
                    && !excepted(name, field.getKey())) {
                values.add(field.getKey() + "=" + value.asString(""));
            }
            collect(value, name, values);
        });
    }

    /** The recordings stood on a small stand-in for WhatsApp: any number existed, and few people had names. */
    private static boolean excepted(String name, String key) {
        return switch (name) {
            case "number_bad" -> key.equals("exists");
            case "participants" -> key.equals("name");
            case "findChats", "findStatusMessage", "findMessages_ts", "findMessages" -> !key.equals("currentPage");
            case "getBase64" -> key.equals("fileName");
            default -> false;
        };
    }

    private static JsonNode recorded() {
        try (var file = RecordedRestTest.class.getResourceAsStream("/recorded/rest.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
