package groupwatch.comparing;

import static groupwatch.comparing.Comparing.EVOLUTION;
import static groupwatch.comparing.Comparing.STORE;
import static groupwatch.comparing.Comparing.admin;
import static groupwatch.comparing.Comparing.ago;
import static groupwatch.comparing.Comparing.broker;
import static groupwatch.comparing.Comparing.cameByWebhook;
import static groupwatch.comparing.Comparing.clock;
import static groupwatch.comparing.Comparing.items;
import static groupwatch.comparing.Comparing.json;
import static groupwatch.comparing.Comparing.recount;
import static groupwatch.comparing.Comparing.sql;
import static groupwatch.comparing.Comparing.toTheEnd;
import static groupwatch.comparing.Rows.OTHERS;
import static groupwatch.comparing.Rows.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class CoverageIT {

    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void anew() {
        Comparing.anew();
        Comparing.noon();
        day = LocalDate.ofInstant(ago(Duration.ofDays(3)), ZoneOffset.UTC);
    }

    @Test
    void saysOfEachGroupAndDayWhatCameHowAndWhatIsMissing() {
        for (int i = 0; i < 6; i++) {
            JsonNode row = Rows.text(TEAM, "A" + i, "text " + i, at(10, i));
            EVOLUTION.rows.add(row);
            if (i < 4) {
                cameByWebhook(row);
            }
        }
        EVOLUTION.rows.add(Rows.text(OTHERS, "LOST", "never stored", at(12, 0)));
        broker().next = record -> new String(record.value(), StandardCharsets.UTF_8).contains("LOST")
                ? Mono.empty()
                : Mono.fromRunnable(() -> STORE.take(record.value(), null));
        toTheEnd();
        recount();
        List<JsonNode> first = ofDay();
        assertThat(first).hasSize(2);
        JsonNode team = first.getFirst();
        assertThat(team.path("group").asString()).isEqualTo(TEAM);
        assertThat(team.path("account").asString()).isEqualTo("acme");
        assertThat(team.path("webhook").asInt()).isEqualTo(4);
        assertThat(team.path("filledIn").asInt()).isEqualTo(2);
        assertThat(team.path("missing").asInt()).isZero();
        assertThat(team.path("down").isArray()).isTrue();
        assertThat(team.path("upSeconds").asInt()).isEqualTo(86_400);
        JsonNode others = first.getLast();
        assertThat(others.path("missing").asInt()).isEqualTo(1);
        assertThat(others.path("filledIn").asInt()).isZero();

        json(admin().post().uri("/accounts/acme/resync"));
        toTheEnd();
        recount();
        recount();
        assertThat(ofDay().stream().map(CoverageIT::withoutTime).toList())
                .as("counted, not added up")
                .isEqualTo(first.stream().map(CoverageIT::withoutTime).toList());
    }

    @Test
    void tellsOfTodayAndYesterdayWithoutAnyComparison() {
        cameByWebhook(Rows.text(TEAM, "A1", "hello", ago(Duration.ofSeconds(5))));
        cameByWebhook(Rows.text(TEAM, "A2", "hello", ago(Duration.ofDays(1))));
        recount();
        assertThat(items(admin().get().uri("/coverage")).stream()
                        .mapToLong(item -> item.path("webhook").asLong())
                        .sum())
                .isEqualTo(2);
        cameByWebhook(Rows.text(TEAM, "A3", "more", ago(Duration.ofSeconds(2))));
        recount();
        assertThat(webhooks()).as("not at once").isEqualTo(2);
        clock().advance(Duration.ofMinutes(16));
        recount();
        assertThat(webhooks()).isEqualTo(3);
    }

    @Test
    void clipsDownTimeToTheDayAndTellsOfDaysWithNothingElse() {
        Instant from = at(23, 0);
        sql("INSERT INTO outages (id, account, from_at, to_at) VALUES ('o1', 'acme', '" + from + "', '"
                + from.plus(Duration.ofHours(3)) + "')");
        sql("INSERT INTO outages (id, account, from_at) VALUES ('o2', 'acme', '" + ago(Duration.ofMinutes(1)) + "')");
        List<JsonNode> items = items(admin().get().uri("/coverage?from=" + day + "&to=" + day.plusDays(2)));
        assertThat(items)
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.has("group")).isFalse());
        assertThat(items.getFirst().path("down").toString())
                .isEqualTo("[{\"from\":\"" + from + "\",\"to\":\"" + day.plusDays(1) + "T00:00:00Z\"}]");
        assertThat(items.getFirst().path("upSeconds").asInt()).isEqualTo(23 * 3600);
        assertThat(items.getLast().path("down").toString())
                .isEqualTo("[{\"from\":\"" + day.plusDays(1) + "T00:00:00Z\",\"to\":\"" + day.plusDays(1)
                        + "T02:00:00Z\"}]");
        JsonNode today = items(admin().get().uri("/coverage")).getLast();
        assertThat(today.at("/down/0/from").isString()).isTrue();
        assertThat(today.at("/down/0").has("to")).as("it lasts").isFalse();
    }

    @Test
    void tellsOfADayOfOutageForTheGroupsThatAreAskedForAndAreTheAccounts() {
        sql("INSERT INTO outages (id, account, from_at, to_at) VALUES ('o1', 'acme', '" + at(0, 0) + "', '"
                + at(0, 0).plus(Duration.ofDays(1)) + "')");
        String query = "/coverage?from=" + day + "&to=" + day.plusDays(1);
        var limited = Comparing.caller(Set.of(TEAM, OTHERS), "*");
        assertThat(items(limited.get().uri(query)))
                .as("nobody knows yet whose they are")
                .extracting(item -> item.path("group").asString())
                .containsExactlyInAnyOrder(TEAM, OTHERS);
        sql("INSERT INTO group_syncs (account, done_at, next_at) VALUES ('acme', now(), now())");
        sql("INSERT INTO account_groups (account, jid, seen_at) VALUES ('acme', '" + TEAM + "', now())");
        assertThat(items(limited.get().uri(query))).singleElement().satisfies(item -> {
            assertThat(item.path("group").asString()).isEqualTo(TEAM);
            assertThat(item.path("upSeconds").asInt()).isZero();
            assertThat(item.path("down")).hasSize(1);
        });
        assertThat(items(admin().get().uri(query + "&group=" + TEAM))).hasSize(1);
        assertThat(items(admin().get().uri(query + "&group=" + OTHERS))).isEmpty();
    }

    @Test
    void comesInPagesAndOnlyOfGroupsTheCallerMaySee() {
        for (int i = 0; i < 5; i++) {
            cameByWebhook(Rows.text(TEAM, "A" + i, "hello", at(10, 0).plus(Duration.ofDays(i % 3))));
            cameByWebhook(Rows.text(OTHERS, "B" + i, "hello", at(10, 0).plus(Duration.ofDays(i % 3))));
            EVOLUTION.rows.add(Rows.text(TEAM, "A" + i, "hello", at(10, 0).plus(Duration.ofDays(i % 3))));
            EVOLUTION.rows.add(Rows.text(OTHERS, "B" + i, "hello", at(10, 0).plus(Duration.ofDays(i % 3))));
        }
        toTheEnd();
        recount();
        JsonNode page = json(admin().get().uri("/coverage?limit=4"));
        JsonNode rest = json(admin().get()
                .uri("/coverage?limit=4&cursor=" + page.path("next").asString()));
        assertThat(page.path("items")).hasSize(4);
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.has("next")).isFalse();
        assertThat(items(Comparing.caller(Set.of(OTHERS), "*").get().uri("/coverage")))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.path("group").asString()).isEqualTo(OTHERS));
        assertThat(items(Comparing.caller(Set.of(OTHERS), "*").get().uri("/coverage?group=" + TEAM)))
                .isEmpty();
        assertThat(items(admin().get().uri("/coverage?group=" + TEAM + "&account=acme")))
                .hasSize(3);
        assertThat(items(admin().get().uri("/coverage?account=other"))).isEmpty();
    }

    @Test
    void tellsWhatIsWrong() {
        for (String query : List.of(
                "from=2026-02-02&to=2026-02-01",
                "from=2024-01-01&to=2026-01-01",
                "cursor=nonsense",
                "day=2026-01-01")) {
            admin().get().uri("/coverage?" + query).exchange().expectStatus().isBadRequest();
        }
    }

    private Instant at(int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private List<JsonNode> ofDay() {
        return items(admin().get().uri("/coverage?from=" + day + "&to=" + day.plusDays(1)));
    }

    private static String withoutTime(JsonNode item) {
        return item.toString().replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    private static long webhooks() {
        return items(admin().get().uri("/coverage")).stream()
                .mapToLong(item -> item.path("webhook").asLong())
                .sum();
    }
}
