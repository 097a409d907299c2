package groupwatch.kit.evolution;

import static groupwatch.kit.evolution.ClientRig.answer;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.evolution.ConnectAnswer.Begun;
import groupwatch.kit.evolution.ConnectAnswer.Code;
import groupwatch.kit.evolution.ConnectAnswer.Linked;
import groupwatch.kit.evolution.ConnectAnswer.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class HttpEvolutionApiTest {

    private static final InstanceWebhook WEBHOOK = new InstanceWebhook(
            true,
            "http://127.0.0.1:8086/webhook/evolution",
            false,
            false,
            Map.of("Authorization", "Bearer s3cret"),
            List.of("MESSAGES_UPSERT", "CALL"));

    private final ClientRig rig = new ClientRig();
    private final StandIn evolution = rig.evolution;
    private final EvolutionApi api = rig.api;
    private final EvolutionAddress address = rig.address;

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void saysWhoAsksAndWithWhichKey() {
        evolution.answersAsRecorded("state_open");

        assertThat(answer(api.state(address))).isEqualTo("open");

        assertThat(evolution.last().key()).isEqualTo("key-of-this-test");
        assertThat(evolution.last().watcher()).isEqualTo("watcher-1");
        assertThat(evolution.last().uri()).isEqualTo("/instance/connectionState/ciclo-01");
    }

    @Test
    void encodesNamesAndJids() {
        evolution.answersAsRecorded("findGroupInfos");

        answer(api.group(rig.at("a/b c?d=é%41{x}"), "120363000000000101@g.us"));

        assertThat(evolution.last().uri())
                .isEqualTo(
                        "/group/findGroupInfos/a%2Fb%20c%3Fd%3D%C3%A9%2541%7Bx%7D?groupJid=120363000000000101%40g.us");
    }

    @Test
    void readsTheVersionWithoutAKey() {
        evolution.answersAsRecorded("root");

        assertThat(answer(api.version(evolution.url()))).isEqualTo("2.3.7");
        assertThat(evolution.last().key()).isNull();
        assertThat(evolution.last().uri()).isEqualTo("/");
    }

    @Test
    void readsAnInstancesRow() {
        evolution.answersAsRecorded("fetch");

        InstanceRow row = answer(api.instance(address));

        assertThat(evolution.last().uri()).isEqualTo("/instance/fetchInstances?instanceName=ciclo-01");
        assertThat(row)
                .isEqualTo(new InstanceRow(
                        "a2699c66-bb9d-4cbe-be9e-40ca19a569ff",
                        "ciclo-01",
                        "open",
                        "5511999990000@s.whatsapp.net",
                        "Atendimento Loja",
                        null,
                        null,
                        null,
                        new InstanceOptions(false, "", false, false, false, false, false),
                        0));
    }

    @Test
    void readsWhyAnInstanceIsClosed() {
        evolution.answers(200, """
                [{"id":"x","name":"other"},{"id":"y","name":"ciclo-01","connectionStatus":"close","number":"5511",
                "disconnectionReasonCode":401,"disconnectionAt":"2026-11-20T20:41:43.684Z","Setting":null,"_count":{"Message":12}}]
                """);

        InstanceRow row = answer(api.instance(address));

        assertThat(row.closedBecause()).isEqualTo(401);
        assertThat(row.closedAt()).isEqualTo(Instant.parse("2026-11-20T20:41:43.684Z"));
        assertThat(row.number()).isEqualTo("5511");
        assertThat(row.messages()).isEqualTo(12);
    }

    @Test
    void createsWithTheWebhookAndUnlinked() {
        evolution.answersAsRecorded("create_ciclo-01");

        api.create(address, WEBHOOK, new InstanceOptions(false, "", false, false, false, false, true))
                .block(ClientRig.PATIENCE);

        JsonNode told = evolution.last().json();
        assertThat(evolution.last().uri()).isEqualTo("/instance/create");
        assertThat(told.path("instanceName").stringValue()).isEqualTo("ciclo-01");
        assertThat(told.path("integration").stringValue()).isEqualTo("WHATSAPP-BAILEYS");
        assertThat(told.path("qrcode").booleanValue()).isFalse();
        assertThat(told.path("syncFullHistory").booleanValue()).isTrue();
        assertThat(told.at("/webhook/url").stringValue()).isEqualTo(WEBHOOK.url());
        assertThat(told.at("/webhook/headers/Authorization").stringValue()).isEqualTo("Bearer s3cret");
        assertThat(told.at("/webhook/events").toString()).isEqualTo("[\"MESSAGES_UPSERT\",\"CALL\"]");
    }

    @Test
    void readsWhatConnectingBegins() {
        evolution.answersAsRecorded("connect_baileys");
        assertThat(answer(api.connect(address, null))).isEqualTo(new Begun());
        assertThat(evolution.last().uri()).isEqualTo("/instance/connect/ciclo-01");

        evolution.answersAsRecorded("connect_when_open");
        assertThat(answer(api.connect(address, null))).isEqualTo(new Linked("open"));

        evolution.answersAsRecorded("connect_qr_second");
        assertThat(answer(api.connect(address, null)))
                .isInstanceOfSatisfying(
                        Code.class, code -> assertThat(code.code()).startsWith("2@WNL7"));

        evolution.answers(200, "{\"pairingCode\":\"ABCD1234\",\"code\":\"2@x\",\"base64\":\"\",\"count\":3}");
        assertThat(answer(api.connect(address, "5511999990000"))).isEqualTo(new Code("2@x", "ABCD1234", 3));
        assertThat(evolution.last().uri()).isEqualTo("/instance/connect/ciclo-01?number=5511999990000");

        evolution.answers(200, "{\"error\":true,\"message\":\"Error: no session\"}");
        assertThat(answer(api.connect(address, null))).isEqualTo(new Refused("Error: no session"));
    }

    @Test
    void restartsLogsOutAndDeletes() {
        evolution.answersAsRecorded("restart_open");
        api.restart(address).block(ClientRig.PATIENCE);
        evolution.answersAsRecorded("logout");
        api.logOut(address).block(ClientRig.PATIENCE);
        evolution.answersAsRecorded("delete");
        api.delete(address).block(ClientRig.PATIENCE);

        assertThat(evolution.got())
                .extracting(got -> got.method() + " " + got.uri())
                .containsExactly(
                        "POST /instance/restart/ciclo-01",
                        "DELETE /instance/logout/ciclo-01",
                        "DELETE /instance/delete/ciclo-01");
    }

    @Test
    void readsAWebhookAndThatThereIsNone() {
        evolution.answers(200, """
                {"id":"w","url":"http://h/x","headers":{"Authorization":"Bearer a","X-Theirs":"b"},"enabled":true,
                "events":["CALL"],"webhookByEvents":true,"webhookBase64":true,"instanceId":"i"}
                """);
        assertThat(answer(api.webhook(address)))
                .isEqualTo(new InstanceWebhook(
                        true,
                        "http://h/x",
                        true,
                        true,
                        Map.of("Authorization", "Bearer a", "X-Theirs", "b"),
                        List.of("CALL")));

        evolution.answers(200, "{\"url\":\"http://h/x\",\"headers\":null,\"enabled\":false,\"events\":null}");
        assertThat(answer(api.webhook(address)).headers()).isEmpty();

        evolution.answers(200, "null");
        assertThat(api.webhook(address).blockOptional(ClientRig.PATIENCE)).isEmpty();
    }

    @Test
    void setsTheWholeWebhook() {
        evolution.answers(201, "{}");

        api.setWebhook(address, WEBHOOK).block(ClientRig.PATIENCE);

        JsonNode told = evolution.last().json();
        assertThat(evolution.last().uri()).isEqualTo("/webhook/set/ciclo-01");
        assertThat(told.at("/webhook/enabled").booleanValue()).isTrue();
        assertThat(told.at("/webhook/byEvents").booleanValue()).isFalse();
        assertThat(told.at("/webhook/base64").booleanValue()).isFalse();
        assertThat(told.at("/webhook/headers/Authorization").stringValue()).isEqualTo("Bearer s3cret");
        assertThat(told.at("/webhook/events").size()).isEqualTo(2);
    }

    @Test
    void readsAndSetsTheSettings() {
        evolution.answersAsRecorded("settings_find");
        InstanceOptions options = answer(api.options(address));
        assertThat(options).isEqualTo(new InstanceOptions(false, "", false, false, false, true, false));

        evolution.answersAsRecorded("settings_set");
        api.setOptions(address, options).block(ClientRig.PATIENCE);
        assertThat(evolution.last().json().size()).isEqualTo(7);
        assertThat(evolution.last().json().path("readStatus").booleanValue()).isTrue();
    }

    @Test
    void readsGroupsAsTheyCame() {
        evolution.answersAsRecorded("fetchAllGroups");

        List<JsonNode> groups = answer(api.groups(address).collectList());

        assertThat(evolution.last().uri()).isEqualTo("/group/fetchAllGroups/ciclo-01?getParticipants=true");
        assertThat(groups).hasSize(3);
        assertThat(groups.getFirst().path("subject").stringValue()).isEqualTo("Equipe Vendas 🚀");
        assertThat(groups.getFirst().path("participants").size()).isEqualTo(3);

        evolution.answersAsRecorded("findGroupInfos");
        JsonNode group = answer(api.group(address, "120363000000000101@g.us"));
        assertThat(group.path("participants").size()).isEqualTo(3);
    }

    @Test
    void readsAPageOfTheMessageStore() {
        evolution.answersAsRecorded("findMessages");
        Instant from = Instant.parse("2026-11-20T00:00:00Z");

        MessageRows rows = answer(api.messages(
                address, new MessageQuery("5511999990001@s.whatsapp.net", from, from.plusSeconds(60), 1, 2)));

        assertThat(evolution.last().body())
                .contains("\"key\":{\"remoteJid\":\"5511999990001@s.whatsapp.net\"}")
                .contains("\"gte\":\"2026-11-20T00:00:00Z\"")
                .contains("\"lte\":\"2026-11-20T00:01:00Z\"")
                .contains("\"page\":1")
                .contains("\"offset\":2");
        assertThat(rows.total()).isEqualTo(9);
        assertThat(rows.pages()).isEqualTo(5);
        assertThat(rows.isLast()).isFalse();
        assertThat(rows.rows().getFirst().at("/key/id").stringValue()).isEqualTo("3EB0714BE2C0BDFE2D7E6F");
    }

    @Test
    void readsAllChatsPageByPage() {
        AtomicInteger page = new AtomicInteger();
        evolution.answers(response -> response.sendString(Mono.just(chats(page.getAndIncrement()))));

        List<String> chats = answer(api.chats(address));

        // one moved to the second page while they were read
        assertThat(chats).hasSize(620).doesNotHaveDuplicates().startsWith("0@g.us");
        assertThat(evolution.got())
                .extracting(got -> got.json().path("skip").intValue())
                .containsExactly(0, 500);
        assertThat(evolution.got())
                .allSatisfy(
                        got -> assertThat(got.json().path("take").intValue()).isEqualTo(500));
    }

    @Test
    void readsTheChatsOfAnEvolutionThatDoesNotSkip() {
        evolution.answers(response -> response.sendString(Mono.just(chats(0))));

        assertThat(answer(api.chats(address))).hasSize(500);
        assertThat(evolution.got()).hasSize(2);
    }

    private static String chats(int page) {
        return IntStream.range(page == 0 ? 0 : 499, page == 0 ? 500 : 620)
                .mapToObj(chat -> "{\"id\":\"c\",\"remoteJid\":\"" + chat + "@g.us\",\"lastMessage\":{\"id\":\"m\"}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void asksWhatsAppForANumber() {
        evolution.answersAsRecorded("whatsappNumbers");
        assertThat(answer(api.isOnWhatsApp(address, "5511999990001"))).isTrue();
        assertThat(evolution.last().body()).isEqualTo("{\"numbers\":[\"5511999990001\"]}");

        evolution.answers(200, "[{\"jid\":\"1@s.whatsapp.net\",\"exists\":false,\"number\":\"1\"}]");
        assertThat(answer(api.isOnWhatsApp(address, "1"))).isFalse();
    }

    @Test
    void fetchesFilesOverTheSameConnections() {
        byte[] file = "a file".getBytes(StandardCharsets.UTF_8);
        evolution.answers(201, "{\"base64\":\"" + Base64.getEncoder().encodeToString(file) + "\",\"buffer\":null}");
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        assertThat(answer(rig.files.mediaOf("ciclo-01", "3AB4", written))).isEqualTo(6);
        assertThat(written.toByteArray()).isEqualTo(file);
        assertThat(evolution.last().key()).isEqualTo("key-of-this-test");
        assertThat(evolution.last().json().at("/message/key/id").stringValue()).isEqualTo("3AB4");
    }
}
