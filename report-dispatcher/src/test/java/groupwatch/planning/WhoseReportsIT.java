package groupwatch.planning;

import static groupwatch.planning.Asked.daily;
import static groupwatch.planning.Asked.id;
import static groupwatch.planning.Asked.json;
import static groupwatch.planning.Asked.made;
import static groupwatch.planning.Asked.problem;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.security.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class WhoseReportsIT {

    private static final String GROUP = "120363000000000101@g.us";
    private static final String OTHER = "120363000000000102@g.us";

    private final WebTestClient admin = Asked.admin();
    private final WebTestClient anasAdmin =
            RunningPlans.caller(Set.of(GROUP), Scopes.REPORTS_READ, Scopes.REPORTS_WRITE);

    @BeforeEach
    void noReports() {
        Asked.removeAll();
    }

    @Test
    void whoIsLimitedToGroupsHasTheReportsOfNothingButThose() {
        UUID mine = id(made(admin, daily("groups", List.of(GROUP))));
        UUID all = id(made(admin, daily()));
        UUID both = id(made(admin, daily("groups", List.of(GROUP, OTHER))));

        assertThat(Asked.listed(anasAdmin, "").get("items").size()).isEqualTo(1);
        Asked.get(anasAdmin, mine).expectStatus().isOk();
        Asked.put(anasAdmin, mine, daily("groups", List.of(GROUP), "name", "Mine"))
                .expectStatus()
                .isOk();
        for (UUID other : List.of(all, both)) {
            Asked.get(anasAdmin, other).expectStatus().isNotFound();
            Asked.put(anasAdmin, other, daily("groups", List.of(GROUP)))
                    .expectStatus()
                    .isNotFound();
            Asked.put(anasAdmin, other, Map.of()).expectStatus().isNotFound();
            anasAdmin
                    .delete()
                    .uri("/reports/{id}", other)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            Asked.get(admin, other).expectStatus().isOk();
        }
        for (List<String> groups : List.of(List.<String>of(), List.of(OTHER), List.of(GROUP, OTHER))) {
            assertThat(problem(Asked.post(anasAdmin, daily("groups", groups)), 403)
                            .get("parameter")
                            .asString())
                    .isEqualTo("groups");
            assertThat(problem(Asked.put(anasAdmin, mine, daily("groups", groups)), 403)
                            .get("parameter")
                            .asString())
                    .isEqualTo("groups");
        }
        made(anasAdmin, daily("groups", List.of(GROUP)));
        anasAdmin.delete().uri("/reports/{id}", mine).exchange().expectStatus().isNoContent();
        Asked.get(admin, mine).expectStatus().isNotFound();
    }

    /** An admin has made more of it meanwhile. */
    @Test
    void aRequestThatIsRepeatedDoesNotShowWhatItsCallerMaySeeNoMore() {
        UUID report = id(json(withKey().expectStatus().isCreated()));
        assertThat(id(json(withKey().expectStatus().isCreated()))).isEqualTo(report);
        Asked.put(admin, report, daily("groups", List.of(GROUP, OTHER)))
                .expectStatus()
                .isOk();
        problem(withKey(), 404);
    }

    private WebTestClient.ResponseSpec withKey() {
        return anasAdmin
                .post()
                .uri("/reports")
                .header("Idempotency-Key", "ana-1")
                .bodyValue(daily("groups", List.of(GROUP)))
                .exchange();
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhoMayNotIsToldSo() {
        Asked.get(admin, UUID.randomUUID()).expectStatus().isNotFound();
        admin.get().uri("/reports/not-an-id").exchange().expectStatus().isNotFound();
        WebTestClient reader = RunningPlans.caller(Scopes.REPORTS_READ);
        Asked.post(reader, daily()).expectStatus().isForbidden();
        Asked.post(RunningPlans.anonymous(), daily()).expectStatus().isUnauthorized();
    }
}
