package groupwatch.planning;

import static groupwatch.planning.Asked.daily;
import static groupwatch.planning.Asked.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class SavedSearchesIT {

    @Test
    void whatTheSearchDoesNotUnderstandIsRefusedInItsWords() {
        JsonNode problem = problem(asked("boiler", "\"open"), 400);
        assertThat(problem.get("parameter").asString()).isEqualTo("searches[1].query");
        assertThat(problem.get("detail").asString()).endsWith("A quotation mark is not closed.");
    }

    @Test
    void aSearchOfWhichNobodyCanTellIsToBeAskedForLater() {
        asked("store away").expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
    }

    private static WebTestClient.ResponseSpec asked(String... queries) {
        List<Map<String, String>> searches = List.of(queries).stream()
                .map(query -> Map.of("name", "x", "query", query))
                .toList();
        return Asked.post(Asked.admin(), daily("type", "keyword_alert", "searches", searches));
    }
}
