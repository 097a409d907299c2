package groupwatch.summary.model.vendor;

import static groupwatch.summary.model.vendor.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.OllamaStub;
import groupwatch.summary.testing.StubAnswer;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class OllamaVendorTest {

    private static final String MODEL = "llama3.2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OllamaStub stub = new OllamaStub();
    private final Asking asking =
            new Asking(stub, "provider", "ollama", "summaries", MODEL, "questions", MODEL, "window", "16384");

    @AfterEach
    void stop() {
        asking.close();
        stub.close();
    }

    @Test
    void asksAsDocumentedAndGivesThePiecesAsTheyCome() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day.").tokens(26, 9));
        Runnable goOn = stub.holdAfterFirstPiece();
        StepVerifier.create(asking.vendor().stream(MODEL, request()))
                .expectNext(new Said.Words("Quiet "))
                .then(goOn)
                .expectNext(new Said.Words("day."), new Said.Used(new TokenCount(26, 9)))
                .expectNext(new Said.Done(new Reply("Quiet day.", Finish.COMPLETE, MODEL, new TokenCount(26, 9))))
                .verifyComplete();
        var asked = stub.requests().getFirst().body();
        assertThat(asked.path("model").stringValue()).isEqualTo(MODEL);
        assertThat(asked.path("stream").booleanValue()).isTrue();
        assertThat(asked.path("messages")).isEqualTo(JSON.readTree("""
                [{"role": "system", "content": "Sum it up."}, {"role": "user", "content": "10:00 Ana: hello"}]
                """));
        // without it Ollama forgets the beginning of a long day
        assertThat(asked.path("options")).isEqualTo(JSON.readTree("{\"num_ctx\": 16384, \"num_predict\": 100}"));
        assertThat(asked.path("tools").isEmpty()).isTrue();
    }

    @Test
    void collectsAWholeAnswer() {
        stub.answers(StubAnswer.inPieces("Quiet ", "day.").tokens(26, 9));
        StepVerifier.create(asking.vendor().complete(MODEL, request()))
                .expectNext(new Said.Done(new Reply("Quiet day.", Finish.COMPLETE, MODEL, new TokenCount(26, 9))))
                .verifyComplete();
    }

    @Test
    void tellsTheSchema() {
        String schema = "{\"type\": \"object\", \"properties\": {\"who\": {\"type\": \"string\"}}}";
        asking.vendor()
                .complete(
                        MODEL,
                        ModelRequest.of(Purpose.SUMMARY, null, LocalDate.of(2026, 11, 28), "S.", "U.", 100, schema))
                .block();
        assertThat(stub.requests().getFirst().body().path("format")).isEqualTo(JSON.readTree(schema));
    }

    @ParameterizedTest
    @CsvSource({"stop, COMPLETE", "length, TRUNCATED", "load, TRUNCATED"})
    void tellsWhyTheModelStopped(String reason, Finish finish) {
        stub.answers(StubAnswer.text("So").stop(reason));
        assertThat(asking.vendor().complete(MODEL, request()).block().reply().finish())
                .isEqualTo(finish);
    }

    @ParameterizedTest
    @CsvSource({"400, false", "404, false", "429, true", "500, true", "503, true"})
    void tellsWhatPassesFromWhatDoesNot(int status, boolean passing) {
        stub.answers(StubAnswer.error(status, "", "model 'llama3.2' is not there"));
        StepVerifier.create(asking.vendor().complete(MODEL, request()))
                .verifyErrorSatisfies(error -> assertThat((VendorException) error)
                        .hasMessage("ollama answers " + status + ": model 'llama3.2' is not there")
                        .returns(passing, VendorException::passing));
    }

    @Test
    void failsWhenAStreamEndsWithAnErrorOrTooEarly() {
        stub.answers(StubAnswer.inPieces("Quiet ").failing("", "out of memory"));
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
    }
}
