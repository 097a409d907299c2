package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's reports as they arrive in the mail catcher, held against what the API says itself. */
final class DemoMails {

    /** The promise is that they are due within two minutes of the start, on an idle machine. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Pattern CITED = Pattern.compile("/groups/(\\d+)(?:@|%40)g\\.us\\?at=([0-9A-F]+)");
    private static final Pattern LINK = Pattern.compile("<(http://[^>]+/api/unsubscribe/[^>]+)>");

    private final Http http;
    private final RunFile run;
    private final Map<String, JsonNode> bySubject = new HashMap<>();

    DemoMails(Http http, RunFile run) {
        this.http = http;
        this.run = run;
    }

    /** One of each type. */
    void arrive() {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> list().size() == DemoReport.values().length);
        list().forEach(mail -> bySubject.put(
                mail.path("subject").asString().split(" · ", 2)[0],
                box("mails/" + mail.path("id").asString())));
        assertThat(bySubject).containsOnlyKeys("Morning summary", "The week", "Silent or loud", "Words to watch");
        assertThat(bySubject.values())
                .allSatisfy(
                        mail -> assertThat(mail.path("to").path(0).asString()).isEqualTo(DemoReport.RECIPIENT))
                .allSatisfy(mail -> assertThat(mail.path("html").asString()).contains("<table"));
    }

    void agreeWithTheApi() {
        var today = LocalDate.ofInstant(
                Instant.parse(
                        bySubject.get("Morning summary").path("receivedAt").asString()),
                DemoReport.zone());

        assertThat(text("Morning summary")).contains(messages(today.minusDays(1), today) + " messages ·");
        assertThat(text("The week"))
                .contains(messages(today.minusDays(7), today) + " messages ·")
                .doesNotContain("no summary");
        // nobody reads the rig on weekends, and silence is nothing unusual then
        if (isWorkday(today.minusDays(1))) {
            assertThat(text("Silent or loud")).contains("Lumen test rig\n  0 messages, usually 8");
        }
        if (today.getDayOfWeek() != DayOfWeek.SATURDAY) {
            var loud = stats("120363401000000007@g.us", today.minusDays(1), today);
            assertThat(text("Silent or loud")).containsPattern("Peña Olmo F\\. S\\. ⚽\\n +" + loud + " messages");
        }
        var cited = CITED.matcher(text("Words to watch"));
        assertThat(cited.find()).isTrue();
        var message = api("/messages/" + cited.group(2) + "?chat=" + cited.group(1) + "@g.us");
        assertThat(Instant.parse(message.path("sentAt").asString()))
                .isAfter(Instant.now().minus(Duration.ofHours(25)));
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The link needs no token, and looking at it ends nothing. */
    void canBeEnded() {
        var header = bySubject
                .get("Morning summary")
                .path("headers")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("List-Unsubscribe"))
                .findFirst()
                .orElseThrow();
        var link = LINK.matcher(header.path("value").asString());
        assertThat(link.find()).isTrue();
        var page = http.get(link.group(1));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Morning summary", "@groupwatch.localhost");
    }

    private String text(String subject) {
        return bySubject.get(subject).path("text").asString().replace("\r\n", "\n");
    }

    private long messages(LocalDate from, LocalDate to) {
        return api("/groups")
                .path("items")
                .valueStream()
                .mapToLong(group -> stats(group.path("jid").asString(), from, to))
                .sum();
    }

    private long stats(String group, LocalDate from, LocalDate to) {
        var path = "/groups/%s/stats?from=%s&to=%s&tz=%s".formatted(group, from, to, DemoReport.zone());
        return api(path).at("/totals/messages").asLong();
    }

    private JsonNode api(String path) {
        var answer = http.get(run.api() + "/api" + path, run.apiToken());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode list() {
        return box("mails").path("items");
    }

    private JsonNode box(String path) {
        var answer = http.get(run.mail() + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
