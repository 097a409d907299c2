package groupwatch.summary.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's Messages API, {@code POST /v1/messages}, as its documentation shows it: whole answers, server-sent events, errors.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/streaming">Streaming messages</a>
 * @see <a href="https://platform.claude.com/docs/en/api/errors">Errors</a>
 */
public final class AnthropicStub extends ModelStub {

    @Override
    String path() {
        return "/v1/messages";
    }

    @Override
    Map<String, String> headers() {
        return Map.of("request-id", "req_011CSHoEeqs5C35K2UUqR7Fy");
    }

    @Override
    JsonNode whole(StubRequest request, StubAnswer answer) {
        ObjectNode message = message(request, answer, stop(answer), answer.outputTokens());
        message.withArray("content").addObject().put("type", "text").put("text", answer.whole());
        return message;
    }

    @Override
    JsonNode error(StubAnswer answer) {
        ObjectNode body = JSON.createObjectNode().put("type", "error");
        body.putObject("error").put("type", answer.errorType()).put("message", answer.errorMessage());
        return body.put("request_id", "req_011CSHoEeqs5C35K2UUqR7Fy");
    }

    @Override
    String streamType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    List<String> opening(StubRequest request, StubAnswer answer) {
        ObjectNode start = event("message_start");
        // the tokens of the answer so far
        start.set("message", message(request, answer, null, 1));
        ObjectNode block = event("content_block_start").put("index", 0);
        block.putObject("content_block").put("type", "text").put("text", "");
        return Stream.of(start, block, event("ping")).map(AnthropicStub::sent).toList();
    }

    @Override
    String piece(StubRequest request, StubAnswer answer, String text) {
        ObjectNode delta = event("content_block_delta").put("index", 0);
        delta.putObject("delta").put("type", "text_delta").put("text", text);
        return sent(delta);
    }

    @Override
    List<String> ending(StubRequest request, StubAnswer answer) {
        ObjectNode delta = event("message_delta");
        delta.putObject("delta").put("stop_reason", stop(answer)).putNull("stop_sequence");
        // cumulative
        delta.putObject("usage").put("output_tokens", answer.outputTokens());
        return Stream.of(event("content_block_stop").put("index", 0), delta, event("message_stop"))
                .map(AnthropicStub::sent)
                .toList();
    }

    @Override
    String failure(StubAnswer answer) {
        ObjectNode event = event("error");
        event.putObject("error").put("type", answer.errorType()).put("message", answer.errorMessage());
        return sent(event);
    }

    private static ObjectNode message(
            StubRequest request, StubAnswer answer, @Nullable String stop, long outputTokens) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", "msg_01XFDUDYJgAACzvnptvVoYEL")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", request.model());
        message.putArray("content");
        message.put("stop_reason", stop).putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", answer.inputTokens())
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 0)
                .put("output_tokens", outputTokens)
                .put("service_tier", "standard");
        return message;
    }

    private static String stop(StubAnswer answer) {
        return Objects.requireNonNullElse(answer.stop(), "end_turn");
    }

    private static ObjectNode event(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String sent(ObjectNode event) {
        return "event: " + event.path("type").stringValue() + "\ndata: " + JSON.writeValueAsString(event) + "\n\n";
    }
}
