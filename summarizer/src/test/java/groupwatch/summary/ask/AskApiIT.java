package groupwatch.summary.ask;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.security.Caller;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Streamed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class AskApiIT extends AskingOverHttp {

    @Test
    void answersWithCitations() {
        model.says("The plumber comes on Fri", "day at nine [", "1]. Bruno lets him", " in [2]. He is nice.");

        JsonNode answer = ask("{'question': 'When does the plumber come?'}");

        assertThat(answer.path("answer").asString())
                .isEqualTo("The plumber comes on Friday at nine [1]. Bruno lets him in [2].");
        assertThat(answer.path("provider").asString()).isEqualTo("scripted");
        assertThat(answer.path("model").asString()).isEqualTo("scripted-1-20260101");
        assertThat(answer.path("citations").path(0).path("id").asString()).isEqualTo("F1");
        assertThat(answer.path("citations").path(0).path("group").asString()).isEqualTo(FAMILY);
        assertThat(answer.path("citations").path(0).path("groupName").asString())
                .isEqualTo("Família Souza");
        assertThat(answer.path("citations").path(0).path("sender").asString()).isEqualTo("Ana");
        assertThat(answer.path("citations").path(0).path("text").asString()).contains("plumber");
        assertThat(answer.path("dropped").asInt()).isEqualTo(1);
        assertThat(answer.path("tokens").path("input").asInt()).isEqualTo(1200);
        assertThat(answer.path("cost").decimalValue()).isEqualByComparingTo("0.0042");
        assertThat(answer.path("found").path("hits").asInt()).isEqualTo(1);
        assertThat(answer.path("found").has("groups")).isFalse();
        assertThat(answer.has("period")).isFalse();
    }

    @Test
    void asksTheModelAboutOneGroupInTheWishedLanguage() {
        model.says("NONE");

        JsonNode answer = ask(
                "{'question': 'plumber?', 'group_jid': '%s', 'language': 'pt-BR', 'history': [{'role': 'user', 'content': 'Hi'}]}"
                        .formatted(FAMILY));

        var request = model.requests.getFirst();
        assertThat(request.purpose()).isEqualTo(Purpose.QUESTION);
        assertThat(request.group()).isEqualTo(FAMILY);
        assertThat(request.maxTokens()).isEqualTo(3000);
        assertThat(request.system()).contains("Portuguese (Brazil)").doesNotContain("plumber");
        assertThat(request.turns().getLast().text())
                .contains("The plumber comes", "Question: plumber?")
                .doesNotContain("shelves");
        assertThat(answer.path("answer").asString()).isEqualTo("As mensagens que encontrei não respondem a isso.");
        assertThat(answer.path("found").path("groups").path(0).path("jid").asString())
                .isEqualTo(FAMILY);
    }

    @Test
    void saysWhatItFoundWithoutAModel() {
        JsonNode answer = ask("{'question': 'When does the plumber come?', 'tz': 'UTC'}");

        assertThat(answer.path("provider").asString()).isEqualTo("extractive");
        assertThat(answer.path("model").asString()).isEqualTo("search-1");
        assertThat(answer.path("answer").asString())
                .contains("Ana (Família Souza", "“The plumber comes on Friday at nine” [1]");
        assertThat(answer.path("citations")).hasSize(1);
    }

    @Test
    void saysThatNothingWasFoundAndWhereAndAsksNoModel() {
        model.says("The plumber is a spy [1].");

        JsonNode answer = ask("{'question': 'Was wurde am 3. März 2020 gesagt?', 'tz': 'Europe/Berlin'}");

        assertThat(model.requests).isEmpty();
        assertThat(answer.path("answer").asString())
                .isEqualTo(
                        "Ich habe nichts gefunden, was das beantwortet. Durchsucht: alle deine Gruppen; 03.03.2020.");
        assertThat(answer.has("model")).isFalse();
        assertThat(answer.path("period").path("from").asString()).isEqualTo("2020-03-02T23:00:00Z");
        assertThat(answer.path("period").path("tz").asString()).isEqualTo("Europe/Berlin");
    }

    @Test
    void saysThatNothingWasFoundWithoutAModel() {
        JsonNode answer = ask("{'question': 'Where is the zebra?', 'groups': ['%s']}".formatted(SHOP));

        assertThat(answer.path("answer").asString()).contains("“Loja Norte”").contains("all times");
        assertThat(answer.path("citations")).isEmpty();
    }

    @Test
    void aGroupOfOthersIsNotThere() {
        Caller limited = new Caller("limited", Set.of("ask"), Set.of(FAMILY));
        for (String accept : List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE)) {
            client(limited)
                    .post()
                    .uri("/ask")
                    .header("Accept", accept)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("question", "shelves", "groups", List.of(SHOP)))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        model.says("Shelves arrive [1].");
        JsonNode answer = JSON.readTree(post("{'question': 'When do the shelves arrive?'}", limited)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(answer.toString()).doesNotContain("New shelves");
        assertThat(model.requests).allMatch(request -> !request.toString().contains("New shelves"));
    }

    @Test
    void whatKeepsAModelFromAnsweringIsAProblem() {
        problem(
                new ModelException.Unavailable("overloaded", Duration.ofSeconds(30), null),
                503,
                "model-unavailable",
                "30");
        problem(new ModelException.BudgetSpent("spent", Duration.ofHours(2)), 503, "budget-spent", "7200");
        problem(new ModelException.Refused("wrong key sk-secret", null), 502, "model-refused", null);
        store.away = true;
        post("{'question': 'plumber'}", anybody())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "10");
    }

    @Test
    void anAnswerThatTakesTooLongIsEndedAndSaysHowToAskForIt() {
        model.streams(Flux.concat(Flux.just(new Streamed.Piece("The plumber comes [1]. And ")), Flux.never()));

        String problem = post("{'question': 'plumber'}", anybody())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "30")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(problem).contains("/problems/answer-delayed", "text/event-stream");
        assertThat(model.cancelled).hasValue(1);
        assertThat(metrics()).contains("outcome=\"delayed\"");
    }

    @Test
    void saysThatAnAnswerWasCutOff() {
        model.ends(Finish.TRUNCATED, "The plumber comes [1]. Then he wi");

        JsonNode answer = ask("{'question': 'plumber'}");

        assertThat(answer.path("answer").asString())
                .isEqualTo("The plumber comes [1].\n(The answer was cut off here.)");
        assertThat(answer.path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void countsQuestions() {
        model.says("The plumber comes [1]. Nobody knows.");
        ask("{'question': 'plumber'}");

        assertThat(metrics())
                .contains(
                        "groupwatch_summary_questions_seconds_count{",
                        "outcome=\"answered\"",
                        "groupwatch_summary_questions_dropped_total");
    }

    private static @Nullable String metrics() {
        return client(anybody())
                .get()
                .uri("/metrics")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void problem(ModelException error, int status, String slug, @Nullable String retryAfter) {
        model.streams(Flux.error(error));
        var answer = post("{'question': 'plumber'}", anybody()).expectStatus().isEqualTo(status);
        if (retryAfter != null) {
            answer.expectHeader().valueEquals("Retry-After", retryAfter);
        }
        String body = answer.expectBody(String.class).returnResult().getResponseBody();
        assertThat(body).contains("https://groupwatch.dev/problems/" + slug).doesNotContain("secret");
    }
}
