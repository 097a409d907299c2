package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.testing.Receiver;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shape;
import groupwatch.simulator.testing.Shop;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.SideJson;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded deliveries, provoked again at a tenth of their times: the same requests, to the same paths, as often, in the same order. */
class RecordedWebhooksTest {

    private static final Set<String> MAYBE = Set.of("messageContextInfo");
    private static final Duration INITIAL = Duration.ofMillis(100);
    private static final JsonNode RECORDED = recorded();
    private static RunningSimulator simulator;
    private static Receiver receiver;
    private static Instance shop;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start(
                "groupwatch.simulator.webhooks.attempts=4",
                "groupwatch.simulator.webhooks.initial-delay=100ms",
                "groupwatch.simulator.webhooks.timeout=300ms");
        receiver = new Receiver();
        for (var name : List.of("loja-norte", "loja-sul")) {
            simulator.post("/instance/create", """
                    {"instanceName": "%1$s", "integration": "WHATSAPP-BAILEYS", "token": "inst-token-%1$s",
                     "webhook": {"url": "%2$s/hook", "headers": {"X-Tenant": "acme"}, "events": []}}""".formatted(name, receiver.url()));
            simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"none\"}");
        }
        shop = simulator.bean(Instances.class).find("loja-norte").orElseThrow();
    }

    @AfterAll
    static void stop() {
        simulator.close();
        receiver.close();
    }

    @BeforeEach
    void quiet() {
        await().untilAsserted(() -> assertThat(shop.outbox().count().pending()).isZero());
        receiver.answer(got -> 200);
        receiver.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry_on_500_all_attempts_fail",
                "retry_then_success",
                "answer_400",
                "answer_401",
                "answer_404",
                "answer_422",
                "answer_409",
                "answer_429",
                "answer_410",
                "answer_204",
                "answer_302",
                "answer_307",
                "timeout_then_retry_duplicate"
            })
    void deliversOneMessageAsRecorded(String scenario) {
        var recorded = requests(scenario);
        var first = recorded.getFirst().path("body").path("data");
        var number = new AtomicInteger();
        receiver.answer(got -> answer(scenario, recorded, number.getAndIncrement()));

        shop.outbox().send(Event.of("messages.upsert", message(first))).block();

        await().untilAsserted(() -> {
            assertThat(shop.outbox().count().pending()).isZero();
            assertThat(receiver.all()).hasSize(recorded.size());
        });
        var got = receiver.all();
        for (int i = 0; i < recorded.size(); i++) {
            compare(recorded.get(i), got.get(i));
        }
        assertThat(got.stream()
                        .map(Receiver.Got::body)
                        .filter(body -> !body.isEmpty())
                        .distinct())
                .as("every attempt is the same request")
                .hasSize(1);
        if (scenario.startsWith("retry")) {
            for (int i = 1; i < got.size(); i++) {
                assertThat(got.get(i).at() - got.get(i - 1).at()).isGreaterThanOrEqualTo(INITIAL.toNanos());
            }
        }
    }

    @Test
    void letsAnEditThatIsNotTakenHoldUpEverythingAfterIt() {
        receiver.answer(got -> got.event().equals("messages.edited") ? 500 : 200);
        var teller = new Teller(shop);
        var chat = new Chat.Direct(Shop.IVO, Chat.Form.NUMBER);
        var edit = teller.edit(
                "ACBC6040E503A31471D93ECFCC7D88B9", chat, null, Instant.ofEpochMilli(1_760_200_000_000L), "edição");
        var next = teller.say(Utterance.plain(
                "AC67784003CBB74AE9D42A6D0A52A466", chat, Shop.IVO, Instant.now(), new Content.Text("depois")));

        shop.outbox()
                .send(Flux.fromIterable(
                                Stream.concat(edit.stream(), next.stream().limit(1))
                                        .toList())
                        .map(Parcel::of))
                .block();

        await().untilAsserted(() -> assertThat(receiver.of("messages.upsert")).hasSize(1));
        var recorded = requests("edited_failure_blocks_following_events").stream()
                .filter(request -> !request.path("body")
                        .path("data")
                        .path("key")
                        .path("id")
                        .asString("")
                        .equals("AC6F8368CCFF3F6F5274192492A20823"))
                .toList();
        var got = receiver.all();
        assertThat(got).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            compare(recorded.get(i), got.get(i));
        }
    }

    @Test
    void appendsTheEventToTheUrlAndSignsInsteadOfWhatTheHeadersSay() throws Exception {
        var set = simulator.post("/webhook/set/loja-sul", """
                {"webhook": {"enabled": true, "url": "%s/base/path?x=1", "byEvents": true, "base64": true,
                  "headers": {"jwt_key": "chave-jwt-de-teste-com-32-bytes!!", "X-Tenant": "acme", "Authorization": "Basic abc"},
                  "events": ["MESSAGES_UPSERT", "PRESENCE_UPDATE", "GROUP_PARTICIPANTS_UPDATE"]}}""".formatted(receiver.url()));
        var recordedSet = RECORDED.path("webhook_set_response");
        assertThat(set.status()).isEqualTo(recordedSet.path("status").intValue());
        assertThat(Shape.differences(recordedSet.path("body"), set.body(), Set.of()))
                .isEmpty();
        var find = simulator.get("/webhook/find/loja-sul");
        assertThat(find.body().path("headers"))
                .isEqualTo(RECORDED.path("webhook_find").path("body").path("headers"));
        assertThat(find.body().path("events"))
                .isEqualTo(RECORDED.path("webhook_find").path("body").path("events"));

        var instance = simulator.bean(Instances.class).find("loja-sul").orElseThrow();
        instance.groups().enter(Shop.ROOMS);
        var recorded = requests("by_events_and_jwt");
        instance.outbox()
                .send(
                        SideJson.presence(Shop.IVO.phoneJid(), Shop.IVO.phoneJid(), "composing"),
                        Event.of(
                                "group-participants.update",
                                instance.groups().json(Shop.SALES).change("promote", Shop.CARLA, Shop.ANA)),
                        Event.of(
                                "messages.upsert",
                                message(recorded.get(2).path("body").path("data"))),
                        SideJson.chatUpdate(Shop.IVO.phoneJid(), instance.id()))
                .block();

        await().untilAsserted(() -> assertThat(receiver.all()).hasSize(3));
        for (var request : recorded) {
            var got = receiver.of(request.path("event").stringValue()).getFirst();
            compare(request, got);
            checkToken(got.headers().get("authorization"));
        }
    }

    private static void checkToken(String authorization) throws Exception {
        var parts = authorization.substring("Bearer ".length()).split("\\.");
        var decoder = Base64.getUrlDecoder();
        assertThat(new String(decoder.decode(parts[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        var claims = JsonMapper.shared().readTree(decoder.decode(parts[1]));
        assertThat(claims.propertyNames()).containsExactly("iat", "exp", "app", "action");
        assertThat(claims.path("exp").longValue() - claims.path("iat").longValue())
                .isEqualTo(600);
        assertThat(claims.path("app").stringValue()).isEqualTo("evolution");
        assertThat(claims.path("action").stringValue()).isEqualTo("webhook");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("chave-jwt-de-teste-com-32-bytes!!".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(decoder.decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8)));
    }

    private static int answer(String scenario, List<JsonNode> recorded, int number) {
        return scenario.startsWith("timeout") && number == 0
                ? Receiver.SILENCE
                : recorded.get(Math.min(number, recorded.size() - 1))
                        .path("our_status")
                        .intValue();
    }

    private static JsonNode message(JsonNode recorded) {
        var said = Utterance.plain(
                recorded.path("key").path("id").stringValue(),
                new Chat.Direct(Shop.IVO, Chat.Form.NUMBER),
                Shop.IVO,
                Instant.ofEpochSecond(recorded.path("messageTimestamp").longValue()),
                new Content.Text(recorded.path("message").path("conversation").stringValue()));
        return shop.json().live(said);
    }

    private static void compare(JsonNode recorded, Receiver.Got got) {
        assertThat(got.method()).isEqualTo(recorded.path("method").stringValue());
        assertThat(got.path()).isEqualTo(recorded.path("path").stringValue());
        recorded.path("headers").properties().forEach(header -> {
            var name = header.getKey();
            if (!Set.of("host", "content-length", "authorization").contains(name)) {
                assertThat(got.headers()).containsEntry(name, header.getValue().stringValue());
            }
        });
        if (recorded.path("body_bytes").asInt(0) == 0) {
            assertThat(got.body()).isEmpty();
            assertThat(got.headers()).doesNotContainKey("content-type");
            return;
        }
        assertThat(got.headers().get("content-length"))
                .isEqualTo(Integer.toString(got.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(Shape.differences(recorded.path("body"), got.json(), MAYBE)).isEmpty();
        assertThat(got.event()).isEqualTo(recorded.path("event").stringValue());
        assertThat(got.json().path("data").path("participantsData"))
                .isEqualTo(recorded.path("body").path("data").path("participantsData"));
    }

    private static List<JsonNode> requests(String scenario) {
        var all = new ArrayList<JsonNode>();
        RECORDED.path(scenario).forEach(all::add);
        return all;
    }

    private static JsonNode recorded() {
        try (var file = RecordedWebhooksTest.class.getResourceAsStream("/recorded/webhooks.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file)).path("scenarios");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
