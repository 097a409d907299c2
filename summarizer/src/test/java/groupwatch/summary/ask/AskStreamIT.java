package groupwatch.summary.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.security.Caller;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.Streamed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class AskStreamIT extends AskingOverHttp {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS =
            new ParameterizedTypeReference<>() {};

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
    void givesASignOfLifeBeforeAnythingIsFound() {
        store.takes = Duration.ofSeconds(3);
        store.away = true;

        List<ServerSentEvent<String>> heard = everything("{'question': 'plumber'}", anybody());

        assertThat(heard.getFirst().comment()).isNotNull();
        assertThat(heard.getLast().event()).isEqualTo("error");
        assertThat(json(heard.getLast()).path("status").asInt()).isEqualTo(503);
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
        return everything(body, caller).stream()
                .filter(event -> event.comment() == null)
                .toList();
    }

    private static List<ServerSentEvent<String>> everything(String body, Caller caller) {
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
                .collectList()
                .block(Duration.ofSeconds(90));
        return events == null ? List.of() : events;
    }
}
