package groupwatch.summary.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.asking.AskingApplication;
import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.testing.FakeStore;
import groupwatch.summary.ask.testing.ScriptedModel;
import groupwatch.summary.ask.testing.Talk;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Streamed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskApiIT {

    private static final String FAMILY = "120363000000000101@g.us";
    private static final String SHOP = "120363000000000102@g.us";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS =
            new ParameterizedTypeReference<>() {};

    private static ConfigurableApplicationContext context;
    private static FakeStore store;
    private static ScriptedModel model;

    @BeforeAll
    static void start() {
        context = AskingApplication.start(
                "--groupwatch.summary.ask.heartbeat=200ms", "--groupwatch.summary.ask.at-once=2");
        store = context.getBean(FakeStore.class);
        model = context.getBean(ScriptedModel.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void people() {
        store.clear();
        model.isNotThere();
        store.group(FAMILY, "Família Souza").group(SHOP, "Loja Norte");
        store.said(
                Talk.of(FAMILY, "F1", ago(300), "Ana", "The plumber comes on Friday at nine"),
                Talk.of(FAMILY, "F2", ago(299), "Bruno", "I let him in"),
                Talk.of(SHOP, "S1", ago(200), "Carla", "New shelves arrive tomorrow"));
    }

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
    void streamsWhatIsLookedAtTheSentencesAndTheWhole() {
        model.says("The plumber comes on Friday [1]. He", " is nice. Bruno lets him in [2][1].");

        List<ServerSentEvent<String>> events = stream("{'question': 'When does the plumber come?'}", anybody());

        assertThat(events)
                .extracting(ServerSentEvent::event)
                .containsExactly("sources", "citations", "delta", "citations", "delta", "done");
        assertThat(json(events.get(0)).path("found").path("messages").asInt()).isEqualTo(3);
        assertThat(json(events.get(1)).path("citations").path(0).path("number").asInt())
                .isEqualTo(1);
        assertThat(json(events.get(2)).path("text").asString()).isEqualTo("The plumber comes on Friday [1].");
        assertThat(json(events.get(4)).path("text").asString()).isEqualTo(" Bruno lets him in [2][1].");
        assertThat(json(events.get(5)).path("answer").asString())
                .isEqualTo("The plumber comes on Friday [1]. Bruno lets him in [2][1].");
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
    void namesAWrongFieldBeforeAnyStream() {
        client(anybody())
                .post()
                .uri("/ask")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("question", "x", "grups", List.of()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("grups");
        post("not json", anybody()).expectStatus().isBadRequest();
        post("{'question': 'x'}", new Caller("reader", Set.of("messages:read"), null))
                .expectStatus()
                .isForbidden();
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

    private static void problem(ModelException error, int status, String slug, @Nullable String retryAfter) {
        model.streams(Flux.error(error));
        var answer = post("{'question': 'plumber'}", anybody()).expectStatus().isEqualTo(status);
        if (retryAfter != null) {
            answer.expectHeader().valueEquals("Retry-After", retryAfter);
        }
        String body = answer.expectBody(String.class).returnResult().getResponseBody();
        assertThat(body).contains("https://groupwatch.dev/problems/" + slug).doesNotContain("secret");
    }

    @Test
    void aStreamThatBreaksOffSaysSo() {
        model.streams(Flux.concat(
                Flux.just(new Streamed.Piece("The plumber comes [1]. And")),
                Flux.error(new ModelException.Unavailable("overloaded", Duration.ofSeconds(5), null))));

        List<ServerSentEvent<String>> events = stream("{'question': 'plumber'}", anybody());

        assertThat(events).extracting(ServerSentEvent::event).containsExactly("sources", "citations", "delta", "error");
        JsonNode problem = json(events.getLast());
        assertThat(problem.path("type").asString()).endsWith("/model-unavailable");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(problem.path("retryAfter").asInt()).isEqualTo(5);
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
    void givesSignsOfLifeAndEndsTheModelsStreamWhenTheReaderGoes() {
        model.streams(Flux.concat(Flux.just(new Streamed.Piece("The plumber comes [1]. And ")), Flux.never()));
        int before = model.cancelled.get();

        // the reader leaves after two comments that came behind the text
        List<ServerSentEvent<String>> heard = client(anybody())
                .post()
                .uri("/ask")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("question", "plumber"))
                .exchange()
                .returnResult(EVENTS)
                .getResponseBody()
                .takeUntil(new Count(2)::reached)
                .collectList()
                .block(Duration.ofSeconds(90));

        assertThat(heard).isNotNull();
        assertThat(heard.stream().map(ServerSentEvent::event).filter(Objects::nonNull))
                .containsExactly("sources", "citations", "delta");
        await().until(() -> model.cancelled.get() == before + 1);
    }

    @Test
    void soManyAtOnceAndNoMore() {
        model.streams(Flux.never());
        List<Disposable> open = Stream.of(1, 2).map(any -> open()).toList();
        await().until(() -> model.requests.size() == 2);

        post("{'question': 'plumber'}", anybody())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5");

        open.forEach(Disposable::dispose);
        model.says("The plumber comes [1].");
        await().untilAsserted(() ->
                post("{'question': 'plumber'}", anybody()).expectStatus().isOk());
    }

    @Test
    void countsQuestions() {
        model.says("The plumber comes [1]. Nobody knows.");
        ask("{'question': 'plumber'}");

        String metrics = client(anybody())
                .get()
                .uri("/metrics")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(metrics)
                .contains(
                        "groupwatch_summary_questions_seconds_count{",
                        "outcome=\"answered\"",
                        "groupwatch_summary_questions_dropped_total");
    }

    /** True at the n-th comment behind the text. */
    private static final class Count {
        private int left;
        private boolean text;

        Count(int comments) {
            this.left = comments;
        }

        boolean reached(ServerSentEvent<String> event) {
            text |= "delta".equals(event.event());
            left -= text && event.comment() != null ? 1 : 0;
            return left == 0;
        }
    }

    private static Disposable open() {
        return client(anybody())
                .post()
                .uri("/ask")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("question", "plumber"))
                .exchange()
                .returnResult(EVENTS)
                .getResponseBody()
                .subscribe();
    }

    private static List<ServerSentEvent<String>> stream(String body, Caller caller) {
        List<ServerSentEvent<String>> events = client(caller)
                .post()
                .uri("/ask")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.replace('\'', '"'))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Accel-Buffering", "no")
                .returnResult(EVENTS)
                .getResponseBody()
                .filter(event -> event.comment() == null)
                .collectList()
                .block(Duration.ofSeconds(90));
        return events == null ? List.of() : events;
    }

    private static JsonNode ask(String body) {
        return JSON.readTree(post(body, anybody())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.ResponseSpec post(String body, Caller caller) {
        return client(caller)
                .post()
                .uri("/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.replace('\'', '"'))
                .exchange();
    }

    private static JsonNode json(ServerSentEvent<String> event) {
        return JSON.readTree(event.data());
    }

    private static Caller anybody() {
        return new Caller("reader", Set.of("ask"), null);
    }

    private static WebTestClient client(Caller caller) {
        return AskingApplication.client(context, caller);
    }

    private static String ago(int minutes) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofMinutes(minutes))
                .toString();
    }
}
