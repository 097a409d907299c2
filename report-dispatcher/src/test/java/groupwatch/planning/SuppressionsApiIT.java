package groupwatch.planning;

import static groupwatch.planning.Asked.daily;
import static groupwatch.planning.Asked.id;
import static groupwatch.planning.Asked.json;
import static groupwatch.planning.Asked.made;
import static groupwatch.planning.Asked.problem;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.security.Scopes;
import groupwatch.report.unsubscribe.Suppressions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class SuppressionsApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient admin = Asked.admin();

    @AfterEach
    void removeAll() {
        for (JsonNode item : listed("?limit=500").get("items")) {
            remove(item.get("address").asString());
        }
    }

    @Test
    void anAddressIsPutOnTheListOnceAndTakenOff() {
        JsonNode first =
                json(add(Map.of("address", "Ana@Example.com")).expectStatus().isCreated());
        assertThat(first.get("address").asString()).isEqualTo("ana@example.com");
        assertThat(first.get("how").asString()).isEqualTo("by_hand");
        assertThat(first.has("report")).isFalse();
        assertThat(json(add(Map.of("address", "ana@example.com")))).isEqualTo(first);
        assertThat(RunningPlans.get(Suppressions.class)
                        .suppressed(UUID.randomUUID(), List.of("ANA@example.com", "bob@example.com"))
                        .block(PATIENCE))
                .isEqualTo(Set.of("ANA@example.com"));
        remove("ana@example.com").expectStatus().isNoContent();
        remove("ana@example.com").expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b@example.com", "who?#{x}&=@example.com"})
    void anAddressWithSignsThatMeanSomethingInAPathIsTakenOff(String address) {
        add(Map.of("address", address)).expectStatus().isCreated();
        assertThat(listed("").get("items").get(0).get("address").asString()).isEqualTo(address);
        remove(address).expectStatus().isNoContent();
        assertThat(listed("").get("items").isEmpty()).isTrue();
    }

    @Test
    void theListComesInPages() {
        UUID report = id(made(admin, daily()));
        List<String> wanted = new ArrayList<>();
        for (String address : List.of("a@example.com", "b@example.com", "c@example.com")) {
            add(Map.of("address", address)).expectStatus().isCreated();
            add(Map.of("address", address, "report", report)).expectStatus().isCreated();
            wanted.add(address + " all");
            wanted.add(address + " one");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = listed("?limit=1" + cursor);
            page.get("items")
                    .forEach(item -> seen.add(item.get("address").asString() + (item.has("report") ? " one" : " all")));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(wanted);
    }

    @Test
    void aReportThatGoesTakesItsOwnAndLeavesThoseOfAll() {
        UUID report = id(made(admin, daily()));
        add(Map.of("address", "a@example.com", "report", report)).expectStatus().isCreated();
        add(Map.of("address", "b@example.com")).expectStatus().isCreated();
        admin.delete().uri("/reports/{id}", report).exchange().expectStatus().isNoContent();
        assertThat(listed("").get("items").size()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        assertThat(problem(add(Map.of()), 400).get("parameter").asString()).isEqualTo("address");
        assertThat(problem(add(Map.of("address", "ana")), 400).get("parameter").asString())
                .isEqualTo("address");
        assertThat(problem(add(Map.of("address", "a@example.com", "report", "x")), 400)
                        .get("parameter")
                        .asString())
                .isEqualTo("report");
        assertThat(problem(add(Map.of("address", "a@example.com", "report", UUID.randomUUID())), 400)
                        .get("parameter")
                        .asString())
                .isEqualTo("report");
        assertThat(problem(admin.get().uri("/reports/suppressions?cursor=x").exchange(), 400)
                        .get("parameter")
                        .asString())
                .isEqualTo("cursor");
    }

    @Test
    void theListIsNotForWhoIsLimitedToGroups() {
        WebTestClient limited =
                RunningPlans.caller(Set.of("120363000000000101@g.us"), Scopes.REPORTS_READ, Scopes.REPORTS_WRITE);
        limited.get().uri("/reports/suppressions").exchange().expectStatus().isForbidden();
        limited.post()
                .uri("/reports/suppressions")
                .bodyValue(Map.of("address", "a@example.com"))
                .exchange()
                .expectStatus()
                .isForbidden();
        limited.delete()
                .uri("/reports/suppressions/a@example.com")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(listed("").get("items").isEmpty()).isTrue();
    }

    private WebTestClient.ResponseSpec add(Map<String, ?> body) {
        return admin.post().uri("/reports/suppressions").bodyValue(body).exchange();
    }

    private WebTestClient.ResponseSpec remove(String address) {
        return admin.delete().uri("/reports/suppressions/{address}", address).exchange();
    }

    private JsonNode listed(String query) {
        return json(admin.get()
                .uri("/reports/suppressions" + query)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
