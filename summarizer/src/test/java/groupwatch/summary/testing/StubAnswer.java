package groupwatch.summary.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stub answers.
 *
 * @param status of HTTP
 * @param pieces of the text, as a stream gives them one by one
 * @param stop why the model stopped, in the vendor's word; absent: it was done
 * @param latency before the answer begins
 * @param pause before each piece of a stream
 * @param errorType of an answer that is none, or of the error a stream ends with after its pieces
 * @param cut whether the connection breaks after the pieces, or before anything where there are none
 */
public record StubAnswer(
        int status,
        Map<String, String> headers,
        List<String> pieces,
        @Nullable String stop,
        long inputTokens,
        long outputTokens,
        Duration latency,
        Duration pause,
        @Nullable String errorType,
        String errorMessage,
        boolean cut) {

    public StubAnswer {
        headers = Map.copyOf(headers);
        pieces = List.copyOf(pieces);
    }

    /** The model's whole text, in one piece. */
    public static StubAnswer text(String text) {
        return inPieces(text);
    }

    /** The model's text; without a stream it comes at once. */
    public static StubAnswer inPieces(String... pieces) {
        return new StubAnswer(
                200, Map.of(), List.of(pieces), null, 100, 20, Duration.ZERO, Duration.ZERO, null, "", false);
    }

    /** No answer, with an error as the vendor writes it: {@code 529, "overloaded_error", "Overloaded"}. */
    public static StubAnswer error(int status, String type, String message) {
        return new StubAnswer(
                status, Map.of(), List.of(), null, 0, 0, Duration.ZERO, Duration.ZERO, type, message, false);
    }

    /** The connection breaks before anything was answered. */
    public static StubAnswer broken() {
        return inPieces().breaking();
    }

    /** The vendor's word: {@code max_tokens}, {@code refusal}, {@code length}. */
    public StubAnswer stop(String reason) {
        return new StubAnswer(
                status,
                headers,
                pieces,
                reason,
                inputTokens,
                outputTokens,
                latency,
                pause,
                errorType,
                errorMessage,
                cut);
    }

    public StubAnswer tokens(long input, long output) {
        return new StubAnswer(
                status, headers, pieces, stop, input, output, latency, pause, errorType, errorMessage, cut);
    }

    /** Answers only after that long. */
    public StubAnswer after(Duration time) {
        return new StubAnswer(
                status, headers, pieces, stop, inputTokens, outputTokens, time, pause, errorType, errorMessage, cut);
    }

    /** A stream waits that long before each piece. */
    public StubAnswer pausing(Duration time) {
        return new StubAnswer(
                status, headers, pieces, stop, inputTokens, outputTokens, latency, time, errorType, errorMessage, cut);
    }

    public StubAnswer header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new StubAnswer(
                status, more, pieces, stop, inputTokens, outputTokens, latency, pause, errorType, errorMessage, cut);
    }

    /** A stream ends with this error after its pieces. */
    public StubAnswer failing(String type, String message) {
        return new StubAnswer(
                status, headers, pieces, stop, inputTokens, outputTokens, latency, pause, type, message, cut);
    }

    /** The connection breaks after the pieces. */
    public StubAnswer breaking() {
        return new StubAnswer(
                status,
                headers,
                pieces,
                stop,
                inputTokens,
                outputTokens,
                latency,
                pause,
                errorType,
                errorMessage,
                true);
    }

    String whole() {
        return String.join("", pieces);
    }
}
