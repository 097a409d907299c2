package groupwatch.summary.ask;

import groupwatch.asking.AskingApplication;
import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.testing.FakeStore;
import groupwatch.summary.ask.testing.ScriptedModel;
import groupwatch.summary.ask.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of {@code POST /ask} have in common: one running service, and two groups in which something was said. */
abstract class AskingOverHttp {

    static final String FAMILY = "120363000000000101@g.us";
    static final String SHOP = "120363000000000102@g.us";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Ends with the JVM. */
    private static final ConfigurableApplicationContext CONTEXT = AskingApplication.start(
            "--groupwatch.summary.ask.heartbeat=200ms",
            "--groupwatch.summary.ask.at-once=2",
            "--groupwatch.summary.ask.answer-within=5s");

    static final FakeStore store = CONTEXT.getBean(FakeStore.class);
    static final ScriptedModel model = CONTEXT.getBean(ScriptedModel.class);

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

    static JsonNode ask(String body) {
        return JSON.readTree(post(body, anybody())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    static WebTestClient.ResponseSpec post(String body, Caller caller) {
        return client(caller)
                .post()
                .uri("/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.replace('\'', '"'))
                .exchange();
    }

    static JsonNode json(ServerSentEvent<String> event) {
        return JSON.readTree(event.data());
    }

    static Caller anybody() {
        return new Caller("reader", Set.of("ask"), null);
    }

    static WebTestClient client(Caller caller) {
        return AskingApplication.client(CONTEXT, caller);
    }

    static String ago(int minutes) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofMinutes(minutes))
                .toString();
    }
}
