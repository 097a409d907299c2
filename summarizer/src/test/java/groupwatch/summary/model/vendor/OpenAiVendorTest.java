package groupwatch.summary.model.vendor;

import static groupwatch.summary.model.vendor.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.OpenAiStub;
import groupwatch.summary.testing.StubAnswer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class OpenAiVendorTest {

    private static final String MODEL = "local-7b";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenAiStub stub = new OpenAiStub();
    private Asking asking = asking();

    private Asking asking(String... more) {
        return new Asking(
                stub,
                Stream.concat(Stream.of("provider", "openai", "summaries", MODEL, "questions", MODEL), Stream.of(more))
                        .toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        asking.close();
        stub.close();
    }

    @Test
    void asksAsDocumentedForAWholeAnswer() {
        stub.answers(StubAnswer.text("Quiet day.").tokens(812, 5));
        StepVerifier.create(asking.vendor().complete(MODEL, request()))
                .expectNext(new Said.Done(new Reply("Quiet day.", Finish.COMPLETE, MODEL, new TokenCount(812, 5))))
                .verifyComplete();
        assertThat(stub.requests().getFirst().header("authorization")).isNull();
        assertThat(stub.requests().getFirst().body()).isEqualTo(JSON.readTree("""
                {"model": "local-7b", "max_tokens": 100,
                 "messages": [{"role": "system", "content": "Sum it up."}, {"role": "user", "content": "10:00 Ana: hello"}]}
                """));
    }

    @Test
    void asksAsDocumentedForAStreamAndGivesItsPiecesAsTheyCome() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day.").tokens(812, 9));
        Runnable goOn = stub.holdAfterFirstPiece();
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNext(new Said.Words("Quiet "))
                .then(goOn)
                .expectNext(new Said.Words("day."), new Said.Used(new TokenCount(812, 9)))
                .expectNext(new Said.Done(new Reply("Quiet day.", Finish.COMPLETE, MODEL, new TokenCount(812, 9))))
                .verifyComplete();
        assertThat(stub.requests().getFirst().body()).isEqualTo(JSON.readTree("""
                {"model": "local-7b", "max_tokens": 100, "stream": true, "stream_options": {"include_usage": true},
                 "messages": [{"role": "system", "content": "Sum it up."}, {"role": "user", "content": "10:00 Ana: hello"}]}
                """));
    }

    @Test
    void sendsTheKeyAndTheSchemaWhereTheyAreWanted() {
        asking.close();
        asking = asking("key", "secret-key", "schema", "true");
        String schema = """
                {"type": "object", "required": ["who"], "properties": {"who": {"type": "string", "minLength": 1}, "due": {"type": "string"}}}
                """;
        asking.vendor()
                .complete(
                        MODEL,
                        ModelRequest.of(Purpose.SUMMARY, null, LocalDate.of(2026, 11, 28), "S.", "U.", 100, schema))
                .block();
        assertThat(stub.requests().getFirst().header("authorization")).isEqualTo("Bearer secret-key");
        assertThat(stub.requests().getFirst().body().path("response_format")).isEqualTo(JSON.readTree("""
                {"type": "json_schema", "json_schema": {"name": "json_schema", "strict": true, "schema":
                 {"type": "object", "required": ["who", "due"], "additionalProperties": false,
                  "properties": {"who": {"type": "string"}, "due": {"type": ["string", "null"]}}}}}
                """));
    }

    @ParameterizedTest
    @CsvSource({"stop, COMPLETE", "length, TRUNCATED", "content_filter, REFUSED"})
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
        "401, invalid_request_error, false",
        "404, not_found_error, false",
        "429, rate_limit_exceeded, true",
        "500, server_error, true",
        "503, server_error, true"
    })
    void tellsWhatPassesFromWhatDoesNot(int status, String type, boolean passing) {
        stub.answers(StubAnswer.error(status, type, "Incorrect key sk-abcd1234."));
        Stream.of(asking.vendor().complete(MODEL, request()), asking.vendor().stream(MODEL, request()))
                .forEach(answer -> StepVerifier.create(answer)
                        .verifyErrorSatisfies(error -> assertThat((VendorException) error)
                                .hasMessage("openai answers " + status + " " + type + ": Incorrect key (a key).")
                                .returns(passing, VendorException::passing)));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void failsWhenAStreamEndsWithAnErrorOrTooEarly() {
        stub.answers(StubAnswer.inPieces("Quiet ").failing("server_error", "Something broke"));
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNext(new Said.Words("Quiet "))
                .verifyErrorSatisfies(
                        error -> assertThat(((VendorException) error).passing()).isTrue());
        stub.answers(StubAnswer.inPieces("Quiet ").breaking());
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNext(new Said.Words("Quiet "))
                .verifyErrorSatisfies(
                        error -> assertThat(((VendorException) error).passing()).isTrue());
    }

    @Test
    void endsAStreamAtTheVendorThatNobodyReadsOn() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day."));
        stub.holdAfterFirstPiece();
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNextCount(1)
                .thenCancel()
                .verify();
        await().until(() -> stub.abandoned() == 1);
        assertThat(stub.answered()).isZero();
    }
}
