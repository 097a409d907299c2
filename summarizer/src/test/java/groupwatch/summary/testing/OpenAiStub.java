package groupwatch.summary.testing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions, {@code POST /v1/chat/completions}, as its documentation shows them: whole answers, chunks with what was used and
 * {@code [DONE]}, errors.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat completions</a>
 */
public final class OpenAiStub extends ModelStub {

    @Override
    String path() {
        return "/v1/chat/completions";
    }

    @Override
    JsonNode whole(StubRequest request, StubAnswer answer) {
        ObjectNode body = body(request, "chat.completion");
        ObjectNode choice = body.withArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", answer.whole())
                .putNull("refusal")
                .putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", stop(answer));
        usage(body, answer);
        return body;
    }

    @Override
    JsonNode error(StubAnswer answer) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", answer.errorMessage())
                .put("type", answer.errorType())
                .putNull("param")
                .putNull("code");
        return body;
    }

    @Override
    String streamType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    List<String> opening(StubRequest request, StubAnswer answer) {
        ObjectNode delta = JSON.createObjectNode().put("role", "assistant").put("content", "");
        return List.of(sent(chunk(request, delta.putNull("refusal"), null)));
    }

    @Override
    String piece(StubRequest request, StubAnswer answer, String text) {
        return sent(chunk(request, JSON.createObjectNode().put("content", text), null));
    }

    @Override
    List<String> ending(StubRequest request, StubAnswer answer) {
        ObjectNode last = chunk(request, JSON.createObjectNode(), stop(answer));
        if (!request.body().path("stream_options").path("include_usage").asBoolean(false)) {
            return List.of(sent(last), "data: [DONE]\n\n");
        }
        ObjectNode used = body(request, "chat.completion.chunk");
        used.putArray("choices");
        usage(used, answer);
        return Stream.concat(Stream.of(last, used).map(OpenAiStub::sent), Stream.of("data: [DONE]\n\n"))
                .toList();
    }

    @Override
    String failure(StubAnswer answer) {
        return sent(error(answer));
    }

    private static ObjectNode chunk(StubRequest request, ObjectNode delta, @Nullable String stop) {
        ObjectNode chunk = body(request, "chat.completion.chunk");
        ObjectNode choice = chunk.withArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", stop);
        return chunk.putNull("usage");
    }

    private static ObjectNode body(StubRequest request, String object) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT")
                .put("object", object)
                .put("created", 1741569952)
                .put("model", request.model())
                .put("service_tier", "default");
    }

    private static void usage(ObjectNode body, StubAnswer answer) {
        body.putObject("usage")
                .put("prompt_tokens", answer.inputTokens())
                .put("completion_tokens", answer.outputTokens())
                .put("total_tokens", answer.inputTokens() + answer.outputTokens());
    }

    private static String stop(StubAnswer answer) {
        return Objects.requireNonNullElse(answer.stop(), "stop");
    }

    private static String sent(JsonNode chunk) {
        return "data: " + JSON.writeValueAsString(chunk) + "\n\n";
    }
}
