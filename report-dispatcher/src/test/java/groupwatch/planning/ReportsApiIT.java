package groupwatch.planning;

import static groupwatch.planning.Asked.daily;
import static groupwatch.planning.Asked.id;
import static groupwatch.planning.Asked.json;
import static groupwatch.planning.Asked.made;
import static groupwatch.planning.Asked.problem;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.report.plan.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class ReportsApiIT {

    private static final String GROUP = "120363000000000101@g.us";
    private static final String OTHER = "120363000000000102@g.us";
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final WebTestClient admin = Asked.admin();

    @BeforeEach
    void noReports() {
        Asked.removeAll();
    }

    @Test
    void aReportIsMadeWithWhatTheSuiteUsuallyDoes() {
        JsonNode report = made(admin, daily());
        assertThat(report.get("zone").asString()).isEqualTo("Europe/Lisbon");
        assertThat(report.get("language").asString()).isEqualTo("pt");
        assertThat(report.get("statistics").asBoolean()).isTrue();
        assertThat(report.get("active").asBoolean()).isTrue();
        assertThat(report.get("groups").isEmpty()).isTrue();
        assertThat(report.has("lastRunAt")).isFalse();
        assertThat(instant(report, "nextRunAt"))
                .isEqualTo(nextAt(LocalTime.of(8, 0), LISBON, instant(report, "createdAt")));
        assertThat(json(Asked.get(admin, id(report)))).isEqualTo(report);
    }

    @Test
    void whatWasAskedForIsShownAndCanBeAskedForAgain() {
        Map<String, Object> body = daily(
                "type",
                "keyword_alert",
                "schedule",
                "monthly",
                "day",
                31,
                "time",
                "23:45",
                "zone",
                "Asia/Kathmandu",
                "recipients",
                List.of("Ana@Example.com", "ana@example.com", "bob@bücher.example"),
                "groups",
                List.of(OTHER, GROUP, GROUP),
                "searches",
                List.of(Map.of("name", "Boiler <b>", "query", "boiler OR \"hot water\"")),
                "language",
                "pt-BR",
                "statistics",
                false,
                "active",
                false);
        JsonNode report = made(admin, body);
        assertThat(report.get("recipients")).isEqualTo(tree(List.of("Ana@example.com", "bob@xn--bcher-kva.example")));
        assertThat(report.get("groups")).isEqualTo(tree(List.of(GROUP, OTHER)));
        assertThat(report.has("nextRunAt")).isFalse();
        for (String field : List.of(
                "name", "type", "schedule", "day", "time", "zone", "searches", "language", "statistics", "active")) {
            assertThat(report.get(field)).as(field).isEqualTo(tree(body.get(field)));
        }
        Map<String, Object> shown = writable(report);
        JsonNode again = json(Asked.put(admin, id(report), shown).expectStatus().isOk());
        assertThat(writable(again)).isEqualTo(shown);
    }

    @Test
    void theOlderNamesAreUnderstood() {
        JsonNode report = made(
                admin,
                Map.of(
                        "name", "Weekly",
                        "report_type", "weekly_digest",
                        "schedule", "weekly",
                        "schedule_time", "07:30",
                        "schedule_day", 1,
                        "recipients", "ana@example.com, bob@example.com,",
                        "group_filter", GROUP + "," + OTHER,
                        "include_stats", false,
                        "is_active", true));
        assertThat(report.get("type").asString()).isEqualTo("weekly_digest");
        assertThat(report.get("day").asInt()).isEqualTo(1);
        assertThat(report.get("time").asString()).isEqualTo("07:30");
        assertThat(report.get("recipients").size()).isEqualTo(2);
        assertThat(report.get("groups").size()).isEqualTo(2);
        assertThat(report.get("statistics").asBoolean()).isFalse();
    }

    @Test
    void aChangeThatDoesNotSayWhenLeavesItDueWhenItWas() {
        JsonNode report = made(admin, daily());
        Instant due = instant(report, "nextRunAt");
        RunningPlans.clock().advance(Duration.ofDays(3));
        // a token is good for a minute
        WebTestClient later = Asked.admin();

        JsonNode renamed = json(Asked.put(later, id(report), daily("name", "Evening")));
        assertThat(renamed.get("name").asString()).isEqualTo("Evening");
        assertThat(instant(renamed, "nextRunAt")).isEqualTo(due);
        assertThat(instant(renamed, "changedAt")).isAfter(instant(report, "changedAt"));
        assertThat(instant(renamed, "createdAt")).isEqualTo(instant(report, "createdAt"));

        JsonNode moved = json(Asked.put(later, id(report), daily("zone", "Asia/Kathmandu")));
        assertThat(instant(moved, "nextRunAt"))
                .isEqualTo(nextAt(LocalTime.of(8, 0), ZoneId.of("Asia/Kathmandu"), instant(moved, "changedAt")));

        JsonNode paused = json(Asked.put(later, id(report), daily("zone", "Asia/Kathmandu", "active", false)));
        assertThat(paused.has("nextRunAt")).isFalse();
        JsonNode resumed = json(Asked.put(later, id(report), daily()));
        assertThat(instant(resumed, "nextRunAt"))
                .isEqualTo(nextAt(LocalTime.of(8, 0), LISBON, instant(resumed, "changedAt")));
    }

    @Test
    void aRequestThatComesTwiceMakesOneReport() {
        JsonNode first = json(withKey("k-1", daily()).expectStatus().isCreated());
        JsonNode second = json(withKey("k-1", daily()).expectStatus().isCreated());
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(Asked.listed(admin, "").get("items").size()).isEqualTo(1);

        assertThat(problem(withKey("k-1", daily("name", "Another")), 422)
                        .get("type")
                        .asString())
                .endsWith("idempotency-key-reused");
        assertThat(problem(withKey("k 1", daily()), 400).get("parameter").asString())
                .isEqualTo("Idempotency-Key");
        assertThat(id(json(withKey("k-2", daily())))).isNotEqualTo(id(first));
    }

    @Test
    void requestsWithOneKeyAtTheSameTimeMakeOneReport() {
        List<UUID> made = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> id(json(withKey("k-3", daily()).expectStatus().isCreated())))
                .distinct()
                .toList();
        assertThat(made).hasSize(1);
        assertThat(Asked.listed(admin, "").get("items").size()).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreThanMayBe() {
        for (int i = 0; i < RunningPlans.MOST_REPORTS; i++) {
            made(admin, daily("name", "Report " + i));
        }
        assertThat(problem(Asked.post(admin, daily()), 409).get("detail").asString())
                .contains("groupwatch.report.most-reports");
    }

    @Test
    void theListComesInPagesTheOldestFirst() {
        List<JsonNode> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(made(admin, daily("name", "Report " + i)).get("name"));
        }
        List<JsonNode> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Asked.listed(admin, "?limit=2" + cursor);
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(report -> seen.add(report.get("name")));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(made);
        for (String wrong : List.of(
                "nonsense", ",", "2026-01-01T00:00:00Z,x", "+1000000000-12-31T23:59:59Z," + UUID.randomUUID())) {
            assertThat(problem(admin.get().uri("/reports?cursor={c}", wrong).exchange(), 400)
                            .get("parameter")
                            .asString())
                    .isEqualTo("cursor");
        }
    }

    @Test
    void whatBecameOfTheLastRunIsShown() {
        UUID id = id(made(admin, daily()));
        Instant at = Instant.parse("2026-05-04T07:00:00Z");
        RunningPlans.ran(id, new LastRun(at, "sent"));
        JsonNode report = Asked.listed(admin, "").get("items").get(0);
        assertThat(instant(report, "lastRunAt")).isEqualTo(at);
        assertThat(report.get("lastStatus").asString()).isEqualTo("sent");
    }

    private WebTestClient.ResponseSpec withKey(String key, Map<String, Object> body) {
        return admin.post()
                .uri("/reports")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static Instant nextAt(LocalTime time, ZoneId zone, Instant after) {
        ZonedDateTime today = after.atZone(zone).toLocalDate().atTime(time).atZone(zone);
        return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
    }

    private static Map<String, Object> writable(JsonNode report) {
        Map<String, Object> fields = new java.util.TreeMap<>();
        report.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        List.of("id", "createdAt", "changedAt", "nextRunAt").forEach(fields::remove);
        return fields;
    }

    private static JsonNode tree(@Nullable Object value) {
        return EventCodec.mapper().valueToTree(value);
    }

    private static Instant instant(JsonNode report, String field) {
        return Instant.parse(report.get(field).asString());
    }
}
