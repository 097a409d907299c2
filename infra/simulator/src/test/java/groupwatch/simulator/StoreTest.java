package groupwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.instance.Instances;
import groupwatch.simulator.testing.Account;
import groupwatch.simulator.testing.RunningSimulator;
import groupwatch.simulator.testing.Shop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an Evolution would have in its database, and what may be the matter with it. */
class StoreTest {

    private static final String ANA = Shop.ANA.phoneJid();
    private static RunningSimulator simulator;
    private Account account;

    @BeforeAll
    static void start() {
        simulator = RunningSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        account = Account.open(simulator);
    }

    @Test
    void answersInPagesNewestFirst() {
        flood(130);

        var first = account.find("{\"page\": 1, \"offset\": 50}");
        assertThat(first.path("total").intValue()).isEqualTo(130);
        assertThat(first.path("pages").intValue()).isEqualTo(3);
        var last = Long.MAX_VALUE;
        var ids = new HashSet<String>();
        for (int page = 1; page <= 3; page++) {
            for (var row :
                    account.find("{\"offset\": 50, \"page\": " + page + "}").path("records")) {
                assertThat(row.path("messageTimestamp").longValue()).isLessThanOrEqualTo(last);
                last = row.path("messageTimestamp").longValue();
                ids.add(row.path("id").stringValue());
            }
        }
        assertThat(ids).hasSize(130);
        assertThat(account.find("{\"page\": 4}").path("records").size()).isZero();
    }

    @Test
    void findsByChatAndTimeWithBothEndsAndIgnoresOneEndAlone() {
        Shop.furnish(simulator.bean(Instances.class).find(account.name()).orElseThrow());
        var where = "{\"where\": {\"key\": {\"remoteJid\": \"" + ANA + "\"}, \"messageTimestamp\": {%s}}}";

        assertThat(total(where.formatted("\"gte\": \"2025-10-09T09:06:22Z\", \"lte\": \"2025-10-09T09:06:22.900Z\"")))
                .as("the edit overwrote the time")
                .isEqualTo(1);
        assertThat(total(where.formatted("\"gte\": \"2025-10-09T09:06:23Z\", \"lte\": \"2025-10-10T00:00:00Z\"")))
                .isZero();
        assertThat(total(where.formatted("\"gte\": \"2025-10-09T09:06:23Z\""))).isEqualTo(1);
        assertThat(total(where.formatted("\"gte\": \"2025-10-10T00:00:00Z\", \"lte\": \"2025-10-09T00:00:00Z\"")))
                .isZero();
    }

    @Test
    void listsEveryChatThatHasMessages() {
        flood(200);
        var chats = new HashSet<String>();
        account.find("{\"offset\": 1000}")
                .path("records")
                .forEach(row -> chats.add(row.path("key").path("remoteJid").stringValue()));

        var listed = new HashSet<String>();
        simulator
                .post("/chat/findChats/" + account.name(), "{}")
                .body()
                .forEach(chat -> listed.add(chat.path("remoteJid").stringValue()));

        assertThat(chats).hasSizeGreaterThan(20);
        assertThat(listed).containsAll(chats);
    }

    @Test
    void hasSecondRowsOfAShareOfTheMessages() {
        flood(300);

        var answer = account.tell("store", "{\"duplicates\": 0.2}").body();

        assertThat(answer.path("written").intValue()).isBetween(35, 85);
        var rows = new HashMap<String, Integer>();
        var databaseIds = new HashSet<String>();
        account.find("{\"offset\": 1000}").path("records").forEach(row -> {
            rows.merge(row.path("key").path("id").stringValue(), 1, Integer::sum);
            databaseIds.add(row.path("id").stringValue());
        });
        assertThat(rows).hasSize(300);
        assertThat(databaseIds).hasSize(300 + answer.path("written").intValue());
        assertThat(account.truth()).hasSize(300);
        assertThat(account.tell("store", "{\"duplicates\": 0.2}")
                        .body()
                        .path("written")
                        .intValue())
                .as("they come twice, not thrice")
                .isZero();

        account.tell("flood", "{\"messages\": 100, \"seed\": 4}");
        account.settle();
        assertThat(account.status().path("messages").intValue())
                .isGreaterThan(400 + answer.path("written").intValue());
    }

    @Test
    void savesNothingWhenItIsNotToSave() {
        flood(10);
        account.tell("store", "{\"saving\": false}");
        flood(10);

        assertThat(total("{}")).isZero();
        assertThat(account.row().path("_count").path("Message").intValue()).isZero();
        account.tell("store", "{\"saving\": true}");
        flood(10);
        assertThat(total("{}")).isEqualTo(10);
    }

    @Test
    void ignoresGroupsWhenItsSettingsSaySo() {
        simulator.post("/settings/set/" + account.name(), """
                {"rejectCall": false, "msgCall": "no", "groupsIgnore": true, "alwaysOnline": false, "readMessages": false,
                 "readStatus": false, "syncFullHistory": true}""");
        var kept = simulator.get("/settings/find/" + account.name()).body();
        assertThat(kept.path("groupsIgnore").booleanValue()).isTrue();
        assertThat(kept.path("syncFullHistory").booleanValue()).isTrue();
        assertThat(kept.path("msgCall").stringValue()).isEqualTo("no");

        account.tell("disorder", "{\"messages\": 100, \"changes\": 0.5}");
        account.tell("history", "{\"messages\": 100}");
        account.tell("scan", "{\"scenario\": \"chatter\"}");
        account.settle();

        assertThat(account.receiver().of("messages.upsert")).isNotEmpty();
        assertThat(account.receiver().all().stream()
                        .filter(got -> got.event().startsWith("messages."))
                        .filter(got -> got.body().contains("@g.us")))
                .isEmpty();
        assertThat(account.truth())
                .isNotEmpty()
                .noneMatch(message -> message.path("chat").stringValue().endsWith("@g.us"));
    }

    @Test
    void tellsNobodyWhenTheWebhookIsSwitchedOff() {
        var find = "/webhook/find/" + account.name();
        assertThat(simulator.get(find).body().path("enabled").booleanValue()).isTrue();
        simulator.post("/webhook/set/" + account.name(), """
                {"webhook": {"enabled": false, "url": "%s/hook", "events": ["MESSAGES_UPSERT"]}}""".formatted(
                        account.receiver().url()));

        flood(10);

        assertThat(simulator.get(find).body().path("enabled").booleanValue()).isFalse();
        assertThat(simulator.get(find).body().path("events").isEmpty()).isTrue();
        assertThat(account.receiver().all()).isEmpty();
        simulator.post("/instance/create", "{\"instanceName\": \"bare\", \"integration\": \"WHATSAPP-BAILEYS\"}");
        assertThat(simulator.get("/webhook/find/bare").body().isNull()).isTrue();
    }

    /** What was told, put together as a reader would, is the truth. */
    @Test
    void theTruthIsWhatWasToldWhateverTheRowsSay() {
        account.tell("store", "{\"duplicates\": 0.5}");
        account.tell("disorder", "{\"messages\": 500, \"changes\": 0.6, \"shuffle\": 0}");
        account.settle();
        var texts = new HashMap<String, String>();
        var revoked = new HashSet<String>();
        for (var got : account.receiver().all()) {
            var data = got.json().path("data");
            switch (got.event()) {
                case "messages.edited" -> edited(data, texts);
                case "messages.delete" -> revoked.add(data.path("id").stringValue());
                default -> {}
            }
        }

        var truth = account.truth();
        assertThat(truth.stream()
                        .filter(message -> message.path("revoked").booleanValue())
                        .map(message -> message.path("id").stringValue())
                        .collect(Collectors.toSet()))
                .isEqualTo(revoked)
                .isNotEmpty();
        Map<String, String> known = truth.stream()
                .filter(message -> texts.containsKey(message.path("id").stringValue()))
                .collect(Collectors.toMap(
                        message -> message.path("id").stringValue(),
                        message -> message.path("text").stringValue()));
        assertThat(known).isEqualTo(texts).isNotEmpty();
        assertThat(truth).anyMatch(message -> message.path("type").stringValue().equals("reactionMessage"));
        assertThat(truth).anyMatch(message -> !message.has("text"));
    }

    private static void edited(JsonNode data, Map<String, String> texts) {
        if (data.path("type").asString("").equals("MESSAGE_EDIT")) {
            texts.put(
                    data.path("key").path("id").stringValue(),
                    data.path("editedMessage").path("conversation").stringValue());
        }
    }

    private void flood(int messages) {
        account.tell("flood", "{\"messages\": " + messages + "}");
        account.settle();
    }

    private int total(String body) {
        return account.find(body).path("total").intValue();
    }
}
