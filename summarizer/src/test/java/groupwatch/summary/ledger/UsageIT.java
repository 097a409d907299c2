package groupwatch.summary.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.summary.TokenCount;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.ModelRig;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class UsageIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final String ONE = "1@g.us";
    private static final String TWO = "2@g.us";

    private final TestDatabase database = ModelRig.database();
    private final ModelRig rig = new ModelRig(
            database, "groupwatch.summary.budget.daily-usd=5", "groupwatch.summary.budget.zone=Europe/Rome");

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsDaysGroupsAndModelsAndWhatIsLeft() {
        add(DAY, ONE, Purpose.SUMMARY, "0.25");
        add(DAY, ONE, Purpose.SUMMARY, "0.25");
        add(DAY.plusDays(1), TWO, Purpose.QUESTION, null);
        add(DAY.plusDays(1), null, Purpose.QUESTION, "0.125");
        JsonNode page = page(null, "?from=2026-11-28&to=2026-11-29");
        assertThat(page.path("items")).isEqualTo(JsonMapper.shared().readTree("""
                [{"day": "2026-11-28", "group": "1@g.us", "purpose": "summary", "provider": "anthropic", "model": "m", "calls": 2,
                  "tokens": {"input": 20, "output": 2}, "cost": 0.500000000},
                 {"day": "2026-11-29", "purpose": "question", "provider": "anthropic", "model": "m", "calls": 1,
                  "tokens": {"input": 10, "output": 1}, "cost": 0.125000000},
                 {"day": "2026-11-29", "group": "2@g.us", "purpose": "question", "provider": "anthropic", "model": "m", "calls": 1,
                  "tokens": {"input": 10, "output": 1}}]
                """));
        assertThat(page.has("next")).isFalse();
        assertThat(page.path("budget").path("level").stringValue()).isEqualTo("ok");
        assertThat(page.path("budget").path("dailyUsd").decimalValue()).isEqualByComparingTo("5");
        assertThat(page.path("budget").has("dailyTokens")).isFalse();
        assertThat(Instant.parse(page.path("budget").path("resetsAt").stringValue()))
                .isAfter(rig.clock().instant());
        assertThat(page(null, "?from=2026-11-28&to=2026-11-29&group=2@g.us").path("items"))
                .hasSize(1);
        assertThat(page(null, "?from=2026-11-29&to=2026-11-29").path("items")).hasSize(2);
    }

    @Test
    void showsOnlyGroupsThatTheCallerMaySee() {
        add(DAY, ONE, Purpose.SUMMARY, "1");
        add(DAY, TWO, Purpose.SUMMARY, "1");
        add(DAY, null, Purpose.QUESTION, "1");
        String days = "?from=2026-11-28&to=2026-11-28";
        assertThat(page(List.of(TWO), days).path("items").findValuesAsString("group"))
                .containsExactly(TWO);
        assertThat(page(List.of(TWO), days + "&group=1@g.us").path("items")).isEmpty();
        assertThat(page(List.of(), days).path("items")).isEmpty();
        assertThat(page(null, days).path("items")).hasSize(3);
    }

    @Test
    void comesInPagesWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            add(DAY.plusDays(i % 2), i + "@g.us", Purpose.SUMMARY, "1");
        }
        String path = "?from=2026-11-28&to=2026-11-29&limit=2";
        JsonNode first = page(null, path);
        JsonNode second = page(null, path + "&cursor=" + first.path("next").stringValue());
        JsonNode third = page(null, path + "&cursor=" + second.path("next").stringValue());
        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page.path("items").findValuesAsString("group"))
                .containsExactly("0@g.us", "2@g.us", "4@g.us", "1@g.us", "3@g.us");
        assertThat(third.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=yesterday | from | from must be a day like 2026-01-31",
                "from=2026-11-28&from=2026-11-29 | from | from must be given once, and not be empty or longer than 1000 characters",
                "from=2026-11-29&to=2026-11-28 | from | from must not be after to",
                "to=-10000-01-01 | to | to must be a day like 2026-01-31",
                "limit=0 | limit | limit must be a number from 1 to 500",
                "limit=many | limit | limit must be a number from 1 to 500",
                "cursor=x | cursor | cursor must be the next of the page before",
                "group= | group | group must be given once, and not be empty or longer than 1000 characters",
                "day=2026-11-28 | day | day is not a parameter of this path, which takes cursor, from, group, limit, to"
            })
    void saysWhatIsWrongInAQuery(String query, String parameter, String sentence) {
        assertThatThrownBy(() -> UsageQuery.of(parameters(query), DAY))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28\n1@g.us\nsummary\nanthropic\nm\0",
                "+999999999-01-01\n\n\n\n",
                "2026-02-30\n\n\n\n",
                "\n\n\n\n"
            })
    void takesNoCursorThatADatabaseDoesNot(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> UsageQuery.of(parameters("cursor=" + cursor), DAY))
                .isInstanceOf(ProblemException.class)
                .hasMessage("cursor must be the next of the page before");
    }

    @Test
    void tellsTheLastThirtyDaysUnlessAskedOtherwise() {
        UsageQuery query = UsageQuery.of(new LinkedMultiValueMap<>(), DAY);
        assertThat(query.from()).isEqualTo("2026-10-29");
        assertThat(query.to()).isEqualTo(DAY);
    }

    private void add(LocalDate day, @Nullable String group, Purpose purpose, @Nullable String cost) {
        rig.get(LedgerRows.class)
                .add(new Usage(
                        day,
                        group,
                        purpose,
                        "anthropic",
                        "m",
                        1,
                        new TokenCount(10, 1),
                        cost == null ? null : new BigDecimal(cost)))
                .block();
    }

    private JsonNode page(@Nullable List<String> groups, String query) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "none").subject("test");
        token.claim("scope", "suite:read");
        if (groups != null) {
            token.claim("groups", groups);
        }
        byte[] body = WebTestClient.bindToController(rig.get(UsageController.class))
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new JwtAuthenticationToken(token.build()))))
                .build()
                .get()
                .uri("/summaries/usage" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private static MultiValueMap<String, String> parameters(String query) {
        return UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams();
    }
}
