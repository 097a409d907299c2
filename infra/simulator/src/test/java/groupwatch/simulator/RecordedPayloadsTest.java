package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shape;
import groupwatch.simulator.testing.Shop;
import groupwatch.simulator.wire.Changes;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.HistoryJson;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.LinkJson;
import groupwatch.simulator.wire.SideJson;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulator tells, beside what a real Evolution told of the same: the same event, made the same way. */
class RecordedPayloadsTest {

    /** Noise of phones, and what only one of two pictures has. */
    private static final Set<String> MAYBE = Set.of(
            "messageContextInfo",
            "senderKeyDistributionMessage",
            "height",
            "width",
            "jpegThumbnail",
            "seconds",
            "waveform",
            "pageCount",
            "title",
            "nonJidMentions",
            "initialHistBootstrapInlinePayload",
            "fileSha256",
            "mediaKey",
            "fileEncSha256",
            "directPath",
            "ephemeralDuration");

    private static final Instant AT = Instant.ofEpochSecond(1_760_000_000);
    private static final Chat.Direct ANA = new Chat.Direct(Shop.ANA, Chat.Form.NUMBER);
    private static RunningSimulator simulator;

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void isToldAsRecorded(String file, Event event) {
        var recorded = recorded(file);

        assertThat(event.name()).isEqualTo(recorded.path("event").stringValue());
        assertThat(Shape.differences(recorded.path("data"), event.data(), MAYBE))
                .isEmpty();
        assertThat(event.latest() != null).isEqualTo(recorded.has("isLatest"));
    }

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    private static Instance instance(String name, boolean base64) {
        simulator.post("/instance/create", """
                {"instanceName": "%s", "integration": "WHATSAPP-BAILEYS",
                 "webhook": {"url": "http://127.0.0.1:9/none", "base64": %s, "events": ["CALL"]}}""".formatted(name, base64));
        simulator.post("/simulator/" + name + "/scan", "{\"scenario\": \"none\"}");
        var instance = simulator.bean(Instances.class).find(name).orElseThrow();
        Shop.furnish(instance);
        return instance;
    }

    static Stream<Arguments> told() {
        Map<String, Event> told = new LinkedHashMap<>();
        messages(told);
        changes(told);
        groupsAndLinks(told);
        return told.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    private static void messages(Map<String, Event> told) {
        var plain = instance("plain", false);
        var withFiles = instance("with-files", true);
        var teller = new Teller(plain);
        var sales = plain.groups().chat(Shop.SALES);
        var older = plain.groups().chat(Shop.ROOMS.get(2));
        told.put("upsert-text-dm", say(teller, ANA, Shop.ANA, new Content.Text("oi")));
        told.put("upsert-text-fromme", say(teller, ANA, null, new Content.Text("sim")));
        told.put(
                "upsert-text-lid-dm-noalt",
                say(teller, new Chat.Direct(Shop.CARLA, Chat.Form.LID_ONLY), Shop.CARLA, new Content.Text("quem é?")));
        told.put("upsert-text-group-lid", say(teller, sales, Shop.CARLA, new Content.Text("reunião")));
        told.put("upsert-text-reply", reply(teller, sales, List.of(Shop.CARLA.lidJid()), true));
        told.put("upsert-text-mentions", reply(teller, sales, List.of(Shop.CARLA.lidJid()), false));
        assertThat(say(teller, older, Shop.ANA, new Content.Text("número"))
                        .data()
                        .path("key"))
                .isEqualTo(Json.object()
                        .put("remoteJid", older.jid())
                        .put("fromMe", false)
                        .put("id", "AC00000000000000000000000000ABCD")
                        .put("participant", Shop.ANA.phoneJid())
                        .put("participantAlt", Shop.ANA.lidJid())
                        .put("addressingMode", "pn"));
        told.put("upsert-image-caption", say(teller, sales, Shop.BRUNO, new Content.Image("promoção")));
        told.put("upsert-video-caption", say(teller, ANA, Shop.ANA, new Content.Video("tour", 3)));
        told.put(
                "upsert-document-pdf",
                say(teller, ANA, Shop.ANA, new Content.Document("a.pdf", "application/pdf", 1, null, "x")));
        told.put("upsert-sticker", say(teller, sales, Shop.CARLA, new Content.Sticker()));
        told.put("upsert-poll", say(teller, sales, Shop.ANA, new Content.Poll("?", List.of("a", "b", "c"))));
        told.put("upsert-location", say(teller, ANA, Shop.ANA, new Content.Place("Praça", "Sé", -23.5, -46.6)));
        told.put("upsert-contact", say(teller, ANA, Shop.ANA, new Content.Card("João", "5511999997777")));
        told.put("upsert-ephemeral-text", wrapped(teller, new Content.Text("some"), Utterance.Wrapping.DISAPPEARING));
        var files = new Teller(withFiles);
        told.put("upsert-image-base64", say(files, ANA, Shop.ANA, new Content.Image("veja")));
        told.put("upsert-audio-ptt-base64", say(files, ANA, Shop.ANA, new Content.Voice(3, "oi")));
        told.put(
                "upsert-document-caption",
                say(files, ANA, Shop.ANA, new Content.Document("o.pdf", "application/pdf", 1, "segue", "x")));
    }

    private static void changes(Map<String, Event> told) {
        var shop = instance("changes", false);
        var teller = new Teller(shop);
        var sales = shop.groups().chat(Shop.SALES);
        var reaction = teller.react("ACE1", "AC00000000000000000000000000000A", sales, Shop.BRUNO, AT, "👍🏽");
        told.put("upsert-reaction-add", reaction.getFirst());
        told.put(
                "upsert-reaction-remove",
                teller.react("ACE2", "AC00000000000000000000000000000A", sales, Shop.BRUNO, AT, "")
                        .getFirst());
        told.put("chats-update", reaction.getLast());
        say(teller, ANA, Shop.ANA, new Content.Text("quero 3 pizza"));
        var edit = teller.edit("AC00000000000000000000000000ABCD", ANA, Shop.ANA, AT, "quero 3 pizzas");
        told.put("edit-dm", edit.getFirst());
        told.put("edit-dm.update", edit.getLast());
        var revoke = teller.revoke("AC00000000000000000000000000ABCD", ANA, Shop.ANA);
        told.put("revoke-dm", revoke.getFirst());
        told.put("revoke-dm.delete", revoke.getLast());
        told.put("presence-composing", teller.typing(ANA, Shop.ANA));
        told.put("call-offer", SideJson.call("9F", Shop.ANA.phoneJid(), AT, "offer", true));
        var sent = simulator.post("/message/sendText/changes", "{\"number\": \"5511999990001\", \"text\": \"saiu\"}");
        var row = shop.messages()
                .find(sent.body().path("key").path("id").stringValue())
                .orElseThrow();
        told.put("send-text", Event.of("send.message", row.data()));
        told.put("messages-update-read", Event.of("messages.update", Changes.receipt(row.row(), "READ", shop.id())));
    }

    private static void groupsAndLinks(Map<String, Event> told) {
        var shop = instance("links", false);
        var group = shop.groups().json(Shop.SALES);
        told.put("groups-upsert", Event.of("groups.upsert", Json.array().add(group.metadata())));
        var joins = new Persona("Fábio", "5511999990005", "188880000000005");
        told.put("group-participants-add", Event.of("group-participants.update", group.change("add", joins, Shop.ANA)));
        told.put(
                "group-participants-remove",
                Event.of("group-participants.update", group.change("remove", Shop.ANA, Shop.ANA)));
        told.put("connection-connecting", LinkJson.connecting("links"));
        told.put("connection-open", LinkJson.open("links", shop.account()));
        told.put("connection-close-loggedout", LinkJson.closed("links", 401));
        told.put("connection-close-loggedout.status", LinkJson.ended("links", AT, 401));
        told.put("connection-close-loggedout.logout", Event.bare("logout.instance"));
        told.put("instance-create", LinkJson.lifecycle("instance.create", "links", shop.id()));
        told.put("instance-delete-rest", LinkJson.lifecycle("instance.delete", "links", shop.id()));
        told.put("instance-delete-rest.remove", Event.bare("remove.instance"));
        told.put("qrcode-updated", LinkJson.qrCode("links", null, "2@", "data:image/png;base64,"));
        told.put("qrcode-limit", LinkJson.qrLimit());
        told.put("qrcode-limit.refused", LinkJson.refused("links"));
        told.put(
                "messages-set-recent.chats",
                HistoryJson.chats(List.of(SideJson.chat(Shop.SALES.jid(), "x", null, shop.id()))));
        told.put(
                "messages-set-recent.contacts",
                HistoryJson.contacts(List.of(SideJson.contact(Shop.ANA.phoneJid(), "Ana", shop.id()))));
        told.put("messages-set-recent.notification", HistoryJson.notification("links", 1, 35, 6));
        var old =
                Utterance.plain("AC02472FF40CBA372066DA7FF60AD1FF", ANA, Shop.ANA, AT, new Content.Text("ainda tem?"));
        told.put("messages-set-recent", HistoryJson.messages(List.of(shop.json().history(old)), true, 35));
    }

    private static Event say(Teller teller, Chat chat, @Nullable Persona by, Content content) {
        return teller.say(Utterance.plain("AC00000000000000000000000000ABCD", chat, by, AT, content))
                .getFirst();
    }

    private static Event reply(Teller teller, Chat chat, List<String> mentioned, boolean quotes) {
        var quote = quotes ? teller.quote("AC00000000000000000000000000000A", chat) : null;
        return teller.say(new Utterance(
                        "AC0000000000000000000000000000EF",
                        chat,
                        Shop.BRUNO,
                        AT,
                        new Content.Text("Confirmo!"),
                        quote,
                        mentioned,
                        Utterance.Wrapping.NONE,
                        ""))
                .getFirst();
    }

    private static Event wrapped(Teller teller, Content content, Utterance.Wrapping wrapping) {
        return teller.say(new Utterance("AC11", ANA, Shop.ANA, AT, content, null, List.of(), wrapping, ""))
                .getFirst();
    }

    private static JsonNode recorded(String name) {
        try (var file = RecordedPayloadsTest.class.getResourceAsStream("/evolution/" + name + ".json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
