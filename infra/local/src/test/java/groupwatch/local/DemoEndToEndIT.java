package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.servers.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./groupwatch up} shows somebody who just came: the demo, through the API. */
class DemoEndToEndIT {

    /** The promise is a minute from the start on an idle machine. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final Set<String> KINDS = Set.of("image", "voice", "document");

    @TempDir
    Path data;

    private final Http http = new Http();
    private final StringWriter said = new StringWriter();
    private Suite suite;

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void showsGroupsWithNamesPeopleAndMessagesAndMailsAReportOfEachType() {
        var options = start(Map.of());

        await().atMost(SOON).untilAsserted(() -> {
            var groups = get(options, "/groups").path("items");
            assertThat(groups.size()).isGreaterThanOrEqualTo(3);
            for (var group : groups) {
                assertThat(group.path("name").asString("")).isNotBlank();
                assertThat(messages(options, group.path("jid").asString(""))).isNotEmpty();
            }
        });
        await().atMost(SOON).untilAsserted(() -> {
            var address = firstPreview(options);
            assertThat(address).startsWith("/messages/");
            var preview =
                    http.get(options.api() + "/api" + address, suite.runFile().apiToken());
            assertThat(preview.status()).isEqualTo(200);
        });
        var greeting = new StringWriter();
        new Greeting(options, suite).print(new Progress(new PrintWriter(greeting)));
        assertThat(greeting.toString())
                .contains("everything they say is simulated")
                .contains("simulated-demo")
                .contains("Four reports arrive by e-mail")
                .contains("Mail       " + suite.runFile().mail());
        assertThat(suite.runFile().simulator()).startsWith("http://127.0.0.1:");
        var root = http.get(suite.runFile().simulator() + "/");
        assertThat(root.body()).contains("Groupwatch simulator");

        var mails = new DemoMails(http, suite.runFile());
        mails.arrive();
        mails.agreeWithTheApi();
        mails.canBeEnded();
        assertThat(options.folder().reportsMade()).exists();
    }

    @Test
    void bringsTheFilesOfTheDemoHomeAndServesThem() throws Exception {
        var options = start(Map.of());
        await().atMost(SOON)
                .until(() -> files(options).values().stream()
                        .map(media -> media.path("kind").asString(""))
                        .collect(Collectors.toSet())
                        .containsAll(KINDS));
        var told = files(options).keySet();

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var now = files(options);
                    assertThat(told)
                            .allSatisfy(
                                    id -> assertThat(now.get(id).path("state").asString(""))
                                            .as(now.get(id).toString())
                                            .isEqualTo("stored"));
                });

        for (var kind : KINDS) {
            var media = files(options).values().stream()
                    .filter(one -> one.path("kind").asString("").equals(kind))
                    .filter(one -> one.path("state").asString("").equals("stored"))
                    .findFirst()
                    .orElseThrow();
            var file = http.bytes(
                    options.api() + "/api" + media.path("url").asString(""),
                    suite.runFile().apiToken());
            var hash = MessageDigest.getInstance("SHA-256").digest(file);
            assertThat(HexFormat.of().formatHex(hash))
                    .as(kind)
                    .isEqualTo(media.path("sha256").asString(""));
        }
    }

    @Test
    void summarisesEveryGroupByItselfAndOnRequestAndAnswersQuestionsWithoutAModel() {
        var options = start(Map.of("groupwatch.summary.daily.look-every", "PT2S"));
        await().atMost(SOON).until(() -> get(options, "/groups").path("items").size() >= 6);
        await().atMost(SOON)
                .until(() -> get(options, "/summaries").path("items").size() >= 1);

        for (var group : get(options, "/groups").path("items")) {
            var jid = group.path("jid").asString("");
            // groups are known before what was said in them
            await().atMost(SOON).until(() -> lastDayOf(options, jid).isPresent());
            var day = lastDayOf(options, jid).orElseThrow();
            var summary = post(options, "/summarize/" + jid + "?target_date=" + day, "");
            assertThat(summary.path("message_count").asInt()).isPositive();
            assertThat(summary.path("details").path("provider").asString("")).isEqualTo("extractive");
            var cited = new HashSet<String>();
            summary.path("details")
                    .path("content")
                    .findValues("messages")
                    .forEach(ids -> ids.forEach(id -> cited.add(id.asString(""))));
            assertThat(cited).as(jid + " on " + day).isNotEmpty();
            cited.forEach(id -> assertThat(get(options, "/messages/" + id + "?chat=" + jid)
                            .path("revokedAt")
                            .isMissingNode())
                    .isTrue());
        }

        var jid = get(options, "/groups").path("items").path(0).path("jid").asString("");
        var said = get(options, "/groups/" + jid + "/messages?type=text&limit=500").path("items").values().stream()
                .filter(message -> message.path("text").asString("").split(" ").length >= 6)
                .findFirst()
                .orElseThrow();
        var question = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("question", "Who said: " + said.path("text").asString(""), "groups", Set.of(jid)));
        var answer = post(options, "/ask", question);
        assertThat(answer.path("provider").asString("")).isEqualTo("extractive");
        assertThat(answer.path("citations").findValuesAsString("id"))
                .contains(said.path("id").asString(""));
    }

    /** The last day before today on which something was said in the group. */
    private Optional<LocalDate> lastDayOf(SuiteOptions options, String jid) {
        var today = LocalDate.now(ZoneId.systemDefault());
        return get(options, "/groups/" + jid + "/messages?type=text&limit=500").path("items").values().stream()
                .map(message ->
                        LocalDate.ofInstant(Instant.parse(message.path("sentAt").asString("")), ZoneId.systemDefault()))
                .filter(day -> day.isBefore(today))
                .max(Comparator.naturalOrder());
    }

    /** Of the newest messages of each group that have one, by message id. */
    private Map<String, JsonNode> files(SuiteOptions options) {
        var files = new HashMap<String, JsonNode>();
        for (var group : get(options, "/groups").path("items")) {
            get(options, "/groups/" + group.path("jid").asString("") + "/messages?has=media&limit=500")
                    .path("items")
                    .forEach(message -> files.put(message.path("id").asString(""), message.path("media")));
        }
        return files;
    }

    @Test
    void goesOnLivingAndAfterARestartTellsNothingTwice() {
        var chatter = Map.of("groupwatch.simulator.demo.scenario", "chatter");
        var options = start(chatter);
        await().atMost(SOON).until(() -> !all(options).isEmpty());
        var before = all(options);
        await().atMost(SOON).until(() -> all(options).size() > before.size() + 3);

        suite.close();
        suite = Suite.prepare(options, new Progress(new PrintWriter(said)));
        suite.start();

        var kept = all(options);
        await().atMost(SOON).until(() -> all(options).size() > kept.size() + 3);
        assertThat(all(options)).containsAll(kept);
        assertThat(get(options, "/groups").path("items").size()).isEqualTo(3);
    }

    /** Where the small picture of a message is that came along with it; empty when there is none yet. */
    private String firstPreview(SuiteOptions options) {
        for (var group : get(options, "/groups").path("items")) {
            var page = get(
                    options, "/groups/" + group.path("jid").asString("") + "/messages?has=media&type=image&limit=50");
            for (var message : page.path("items")) {
                var address = message.path("media").path("thumbnailUrl").asString("");
                if (address.contains("/preview")) {
                    return address;
                }
            }
        }
        return "";
    }

    private SuiteOptions start(Map<String, String> properties) {
        var options = new SuiteOptions(new DataFolder(data), FreePort.find(), FreePort.find(), properties, true);
        suite = Suite.prepare(options, new Progress(new PrintWriter(said)));
        suite.start();
        return options;
    }

    /** Ids of the newest messages of all groups. */
    private Set<String> all(SuiteOptions options) {
        var ids = new HashSet<String>();
        for (var group : get(options, "/groups").path("items")) {
            ids.addAll(messages(options, group.path("jid").asString("")));
        }
        return ids;
    }

    private Set<String> messages(SuiteOptions options, String group) {
        var ids = new HashSet<String>();
        var next = "";
        do {
            var page = get(options, "/groups/" + group + "/messages?limit=500" + next);
            page.path("items")
                    .forEach(message ->
                            assertThat(ids.add(message.path("id").asString(""))).isTrue());
            next = page.path("next").isString() ? "&cursor=" + page.path("next").stringValue() : "";
        } while (!next.isEmpty());
        return ids;
    }

    private JsonNode post(SuiteOptions options, String path, String body) {
        var answer = http.post(
                options.api() + "/api" + path, suite.runFile().apiToken(), body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode get(SuiteOptions options, String path) {
        var answer = http.get(options.api() + "/api" + path, suite.runFile().apiToken());
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
