package groupwatch.summary.model.vendor;

import static groupwatch.summary.model.vendor.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.model.Turn;
import groupwatch.summary.testing.AnthropicStub;
import groupwatch.summary.testing.StubAnswer;
import groupwatch.summary.testing.StubRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnthropicVendorTest {

    private static final String MODEL = "claude-haiku-4-5-20251001";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnthropicStub stub = new AnthropicStub();
    private final Asking asking = new Asking(stub, "provider", "anthropic", "key", "secret-key");

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stop() {
        Hooks.resetOnErrorDropped();
        asking.close();
        stub.close();
    }

    @Test
    void asksAsDocumentedForAWholeAnswer() {
        stub.answers(StubAnswer.text("Quiet day.").tokens(812, 5));
        StepVerifier.create(asking.vendor().complete(MODEL, conversation()))
                .expectNext(new Said.Done(new Reply("Quiet day.", Finish.COMPLETE, MODEL, new TokenCount(812, 5))))
                .verifyComplete();
        StubRequest asked = stub.requests().getFirst();
        assertThat(asked.header("x-api-key")).isEqualTo("secret-key");
        assertThat(asked.header("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(asked.header("content-type")).startsWith("application/json");
        assertThat(asked.header("authorization")).isNull();
        assertThat(asked.body()).isEqualTo(JSON.readTree("""
                {"model": "claude-haiku-4-5-20251001", "max_tokens": 300, "system": "Answer in short.",
                 "messages": [{"role": "user", "content": "Who won?"}, {"role": "assistant", "content": "Nobody."},
                              {"role": "user", "content": "And today?"}]}
                """));
    }

    @Test
    void asksAsDocumentedForAStreamAndGivesItsPiecesAsTheyCome() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day", " – so far.")
                .tokens(812, 9)
                .pausing(Duration.ofMillis(60)));
        StepVerifier.create(asking.vendor().stream(MODEL, conversation()).timed())
                .expectNextMatches(said -> said.get().equals(new Said.Used(new TokenCount(812, 1))))
                .expectNextMatches(said -> said.get().equals(new Said.Words("Quiet ")))
                .expectNextMatches(said -> said.get().equals(new Said.Words("day"))
                        && said.elapsed().toMillis() > 30)
                .expectNextMatches(said -> said.get().equals(new Said.Words(" – so far."))
                        && said.elapsed().toMillis() > 30)
                .expectNextMatches(said -> said.get().equals(new Said.Used(new TokenCount(812, 9))))
                .expectNextMatches(said -> said.get()
                        .equals(new Said.Done(
                                new Reply("Quiet day – so far.", Finish.COMPLETE, MODEL, new TokenCount(812, 9)))))
                .verifyComplete();
        assertThat(stub.requests().getFirst().body()).isEqualTo(JSON.readTree("""
                {"model": "claude-haiku-4-5-20251001", "max_tokens": 300, "system": "Answer in short.", "stream": true,
                 "messages": [{"role": "user", "content": "Who won?"}, {"role": "assistant", "content": "Nobody."},
                              {"role": "user", "content": "And today?"}]}
                """));
        assertThat(stub.requests().getFirst().header("x-api-key")).isEqualTo("secret-key");
    }

    @Test
    void tellsTheSchemaAsAnthropicTakesIt() {
        String schema = """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["points"],
                 "properties": {"title": {"type": "string", "maxLength": 80},
                                "points": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {"n": {"type": "integer", "minimum": 1}}}}}}
                """;
        ModelRequest request =
                ModelRequest.of(Purpose.SUMMARY, "1@g.us", LocalDate.of(2026, 11, 28), "System.", "User.", 100, schema);
        String format = """
                {"format": {"type": "json_schema", "schema": {"type": "object", "required": ["points"], "additionalProperties": false,
                 "properties": {"title": {"type": "string"},
                                "points": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}, "additionalProperties": false}}}}}}
                """;
        asking.vendor().complete(MODEL, request).block();
        asking.vendor().stream(MODEL, request).blockLast();
        assertThat(stub.requests())
                .extracting(asked -> asked.body().path("output_config"))
                .containsExactly(JSON.readTree(format), JSON.readTree(format));
    }

    @Test
    void tellsTheWholeSchemaOfASummary() throws IOException {
        String schema;
        try (InputStream resource = getClass().getResourceAsStream("/groupwatch/summary/write/answer.schema.json")) {
            schema = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        ModelRequest request =
                ModelRequest.of(Purpose.SUMMARY, "1@g.us", LocalDate.of(2026, 11, 28), "System.", "User.", 100, schema);
        asking.vendor().complete(MODEL, request).block();
        JsonNode format =
                stub.requests().getFirst().body().path("output_config").path("format");
        assertThat(format.path("type").stringValue()).isEqualTo("json_schema");
        // nothing is lost on the way, and nothing in it points at a place that is
        assertThat(format.path("schema")).isEqualTo(JSON.readTree(schema));
        assertThat(schema).doesNotContain("$ref", "$defs");
        assertThat(format.path("schema").path("properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "overview", "topics", "decisions", "action_items", "open_questions", "urgent");
        objects(format.path("schema")).forEach(object -> {
            assertThat(object.path("additionalProperties")).isEqualTo(JSON.readTree("false"));
            assertThat(object.path("required").valueStream().map(JsonNode::stringValue))
                    .containsExactlyInAnyOrderElementsOf(
                            object.path("properties").propertyNames());
        });
    }

    private static Stream<JsonNode> objects(JsonNode schema) {
        Stream<JsonNode> inner = Stream.concat(schema.path("properties").valueStream(), Stream.of(schema.path("items")))
                .filter(JsonNode::isObject)
                .flatMap(AnthropicVendorTest::objects);
        return schema.has("properties") ? Stream.concat(Stream.of(schema), inner) : inner;
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, COMPLETE",
        "stop_sequence, COMPLETE",
        "max_tokens, TRUNCATED",
        "model_context_window_exceeded, TRUNCATED",
        "refusal, REFUSED",
        "something_new, TRUNCATED"
    })
    void tellsWhyTheModelStopped(String reason, Finish finish) {
        stub.answers(StubAnswer.text("So").stop(reason));
        assertThat(asking.vendor().complete(MODEL, request()).block().reply().finish())
                .isEqualTo(finish);
        Said last = asking.vendor().stream(MODEL, request()).blockLast();
        assertThat(((Said.Done) last).reply().finish()).isEqualTo(finish);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, false",
        "401, authentication_error, false",
        "403, permission_error, false",
        "404, not_found_error, false",
        "413, request_too_large, false",
        "429, rate_limit_error, true",
        "500, api_error, true",
        "503, api_error, true",
        "529, overloaded_error, true"
    })
    void tellsWhatPassesFromWhatDoesNot(int status, String type, boolean passing) {
        stub.answers(StubAnswer.error(status, type, "A sentence."));
        Stream.of(asking.vendor().complete(MODEL, request()), asking.vendor().stream(MODEL, request()))
                .forEach(answer -> StepVerifier.create(answer)
                        .verifyErrorSatisfies(error -> assertThat((VendorException) error)
                                .hasMessage("anthropic answers " + status + " " + type + ": A sentence.")
                                .returns(passing, VendorException::passing)));
        // the client itself repeats nothing
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void readsHowLongTheVendorWantsToBeLeftAlone() {
        stub.answers(StubAnswer.error(429, "rate_limit_error", "Slow down.").header("retry-after", "17"));
        StepVerifier.create(asking.vendor().complete(MODEL, request()))
                .verifyErrorSatisfies(error -> assertThat((VendorException) error)
                        .returns(Duration.ofSeconds(17), VendorException::retryAfter)
                        .returns(true, VendorException::limited));
    }

    @Test
    void saysNothingOfTheRequestThatAnErrorQuotes() {
        ModelRequest secret = ModelRequest.of(
                Purpose.SUMMARY,
                null,
                LocalDate.of(2026, 11, 28),
                "System.",
                "The code of the garage door is 4711, tell nobody.",
                100,
                null);
        stub.answers(StubAnswer.error(
                400, "invalid_request_error", "messages.0: cannot read 'garage door is 4711, tell' there"));
        StepVerifier.create(asking.vendor().complete(MODEL, secret))
                .verifyErrorMessage("anthropic answers 400 invalid_request_error");
    }

    @Test
    void failsWhenAStreamEndsWithAnError() {
        stub.answers(StubAnswer.inPieces("Quiet ").failing("overloaded_error", "Overloaded"));
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNextCount(1)
                .expectNext(new Said.Words("Quiet "))
                .verifyErrorSatisfies(error -> assertThat((VendorException) error)
                        .hasMessage("anthropic breaks its answer off overloaded_error: Overloaded")
                        .returns(true, VendorException::passing));
    }

    @Test
    void failsWhenTheConnectionBreaks() {
        stub.answers(StubAnswer.inPieces("Quiet ").breaking());
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNextCount(2)
                .verifyErrorSatisfies(
                        error -> assertThat(((VendorException) error).passing()).isTrue());
        stub.answers(StubAnswer.broken());
        StepVerifier.create(asking.vendor().complete(MODEL, request()))
                .verifyErrorSatisfies(
                        error -> assertThat(((VendorException) error).passing()).isTrue());
    }

    @Test
    void endsAStreamAtTheVendorThatNobodyReadsOn() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day.").pausing(Duration.ofMillis(200)));
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNextCount(2)
                .thenCancel()
                .verify();
        // the next piece would have come
        await().until(() -> stub.abandoned() == 1 && stub.underWay() == 0);
        assertThat(stub.answered()).isZero();
        assertThat(dropped).isEmpty();
    }

    @Test
    void endsACallAtTheVendorThatNobodyWaitsFor() {
        stub.answers(StubAnswer.text("Late.").after(Duration.ofSeconds(30)));
        Disposable call = asking.vendor().complete(MODEL, request()).subscribe();
        Disposable stream = asking.vendor().stream(MODEL, request()).subscribe();
        await().until(() -> stub.underWay() == 2);
        call.dispose();
        stream.dispose();
        await().until(() -> stub.abandoned() == 2);
        assertThat(dropped).isEmpty();
    }

    private static ModelRequest conversation() {
        return new ModelRequest(
                Purpose.QUESTION,
                null,
                LocalDate.of(2026, 11, 28),
                "Answer in short.",
                List.of(
                        new Turn(Turn.Role.USER, "Who won?"),
                        new Turn(Turn.Role.ASSISTANT, "Nobody."),
                        new Turn(Turn.Role.USER, "And today?")),
                300,
                null);
    }
}
