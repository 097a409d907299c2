package groupwatch.store.retention;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.GROUPS_WRITE;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Retention over HTTP: limits of groups, the dry run, a run on request, partitions on request. */
class RetentionApiIT {

    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final String GROUP = "120363000000008801@g.us";
    private static final String OTHER = "120363000000008802@g.us";

    private static RunningStore store;

    @BeforeAll
    static void start() {
        store = RunningStore.shared();
        store.store(
                Webhooks.text(GROUP, "RET-OLD", ANA, Instant.now().minus(Duration.ofDays(50)), "old"),
                Webhooks.text(GROUP, "RET-NEW", ANA, Instant.now(), "new"),
                Webhooks.text(OTHER, "RET-OTHER", ANA, Instant.now().minus(Duration.ofDays(50)), "old"));
        // the night's run is done, so that the schedule does not come in between
        RetentionLease lease = store.get(RetentionLease.class);
        lease.claim(Instant.parse("9999-12-31T00:00:00Z"))
                .flatMap(lease::finish)
                .block(Duration.ofSeconds(30));
    }

    @AfterEach
    void withoutLimits() {
        store.database().execute("DELETE FROM store.group_options");
    }

    @Test
    void aGroupHasALanguageAndALimitOfItsOwn() {
        patch(GROUP, "{\"retentionDays\":365,\"language\":\"pt\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.jid")
                .isEqualTo(GROUP)
                .jsonPath("$.retentionDays")
                .isEqualTo(365)
                .jsonPath("$.language")
                .isEqualTo("pt")
                .jsonPath("$.monitored")
                .isEqualTo(true);
        patch(GROUP, "{\"retentionDays\":\"forever\"}")
                .expectBody()
                .jsonPath("$.retentionDays")
                .isEqualTo("forever")
                .jsonPath("$.language")
                .isEqualTo("pt");
        patch(GROUP, "{\"language\":null,\"retentionDays\":null,\"monitored\":true}")
                .expectStatus()
                .isOk();
        store.caller(GROUPS_READ)
                .get()
                .uri("/groups/" + GROUP)
                .exchange()
                .expectBody()
                .jsonPath("$.language")
                .doesNotExist()
                .jsonPath("$.retentionDays")
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"retentionDays\":0}|retentionDays",
                "{\"retentionDays\":-1}|retentionDays",
                "{\"retentionDays\":36501}|retentionDays",
                "{\"retentionDays\":1.5}|retentionDays",
                "{\"retentionDays\":\"365\"}|retentionDays",
                "{\"retentionDays\":true}|retentionDays",
                "{\"language\":\"portuguese\"}|language",
                "{\"language\":\"\"}|language",
                "{\"language\":5}|language",
                "{\"monitored\":null}|monitored",
                "{\"monitored\":true,\"name\":\"x\"}|name",
            })
    void aWrongFieldIsNamedAndNothingChanges(String body, String field) {
        patch(GROUP, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(field);
    }

    @Test
    void aBodyThatChangesNothingIsRefused() {
        patch(GROUP, "{}").expectStatus().isBadRequest();
        patch(GROUP, "[1]").expectStatus().isBadRequest();
        patch("120363000000008899@g.us", "{\"retentionDays\":5}").expectStatus().isNotFound();
        store.caller(Set.of(OTHER), GROUPS_WRITE)
                .patch()
                .uri("/groups/" + GROUP)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"retentionDays\":5}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theDryRunSaysWhatThenGoes() {
        patch(GROUP, "{\"retentionDays\":30}").expectStatus().isOk();
        dryRun(store.caller(SUITE_READ))
                .jsonPath("$.retentionDays")
                .doesNotExist()
                .jsonPath("$.groups.length()")
                .isEqualTo(1)
                .jsonPath("$.groups[0].jid")
                .isEqualTo(GROUP)
                .jsonPath("$.groups[0].keptSince")
                .exists()
                .jsonPath("$.due.messages")
                .isEqualTo(1)
                .jsonPath("$.due.facts")
                .isEqualTo(0)
                .jsonPath("$.due.months.length()")
                .isEqualTo(0)
                .jsonPath("$.due.groups[0].jid")
                .isEqualTo(GROUP)
                .jsonPath("$.due.groups[0].messages")
                .isEqualTo(1);
        dryRun(store.caller(Set.of(OTHER), SUITE_READ))
                .jsonPath("$.groups.length()")
                .isEqualTo(0)
                .jsonPath("$.due.messages")
                .isEqualTo(0)
                .jsonPath("$.lastRun")
                .doesNotExist();
        apply(store.caller(SUITE_WRITE))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.messages")
                .isEqualTo(1)
                .jsonPath("$.finishedAt")
                .exists();
        assertThat(store.ids(store.caller("messages:read"), "/groups/" + GROUP + "/messages"))
                .containsExactly("RET-NEW");
        assertThat(store.ids(store.caller("messages:read"), "/groups/" + OTHER + "/messages"))
                .containsExactly("RET-OTHER");
        dryRun(store.caller(SUITE_READ))
                .jsonPath("$.due.messages")
                .isEqualTo(0)
                .jsonPath("$.lastRun.messages")
                .isEqualTo(1);
    }

    @Test
    void aRunIsForThoseWhoMayAndNotWhileAnotherRuns() {
        apply(store.caller(SUITE_READ)).expectStatus().isForbidden();
        apply(store.caller(Set.of(GROUP), SUITE_WRITE)).expectStatus().isForbidden();
        store.caller(GROUPS_READ)
                .get()
                .uri("/retention")
                .exchange()
                .expectStatus()
                .isForbidden();
        store.caller(SUITE_READ)
                .get()
                .uri("/retention?group=x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("group");
        String holder = store.get(RetentionLease.class)
                .claim(Instant.parse("9999-12-31T00:00:00Z"))
                .block(Duration.ofSeconds(30));
        apply(store.caller(SUITE_WRITE)).expectStatus().isEqualTo(409);
        store.get(RetentionLease.class).giveBack(holder).block(Duration.ofSeconds(30));
        apply(store.caller(SUITE_WRITE)).expectStatus().isOk();
    }

    @Test
    void theMonthsAheadAreMadeOnRequest() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        store.database()
                .execute("DROP TABLE IF EXISTS store.messages_"
                        + now.plusMonths(3).toString().replace('-', '_'));
        create(store.caller(SUITE_WRITE))
                .jsonPath("$.months.length()")
                .isEqualTo(4)
                .jsonPath("$.months[0]")
                .isEqualTo(now.toString())
                .jsonPath("$.created[0]")
                .isEqualTo(now.plusMonths(3).toString());
        create(store.caller(SUITE_WRITE)).jsonPath("$.created.length()").isEqualTo(0);
        store.caller(SUITE_READ)
                .post()
                .uri("/cron/create-partitions")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static WebTestClient.BodyContentSpec create(WebTestClient client) {
        return client.post()
                .uri("/cron/create-partitions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static ResponseSpec apply(WebTestClient client) {
        return client.post().uri("/cron/apply-retention").exchange();
    }

    private static WebTestClient.BodyContentSpec dryRun(WebTestClient client) {
        return client.get().uri("/retention").exchange().expectStatus().isOk().expectBody();
    }

    private static ResponseSpec patch(String group, String body) {
        return store.caller(GROUPS_WRITE)
                .patch()
                .uri("/groups/" + group)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
