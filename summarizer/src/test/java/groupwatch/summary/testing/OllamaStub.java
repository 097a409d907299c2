package groupwatch.summary.testing;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ollama's {@code POST /api/chat}, as its documentation shows it: one object, or one a line.
 *
 * @see <a href="https://docs.ollama.com/api/chat">Generate a chat message</a>
 */
public final class OllamaStub extends ModelStub {

    @Override
    String path() {
        return "/api/chat";
    }

    @Override
    JsonNode whole(StubRequest request, StubAnswer answer) {
        return counts(line(request, answer.whole()), answer);
    }

    @Override
    JsonNode error(StubAnswer answer) {
        return JSON.createObjectNode().put("error", answer.errorMessage());
    }

    @Override
    String streamType() {
        return "application/x-ndjson";
    }

    @Override
    List<String> opening(StubRequest request, StubAnswer answer) {
        return List.of();
    }

    @Override
    String piece(StubRequest request, StubAnswer answer, String text) {
        return sent(line(request, text).put("done", false));
    }

    @Override
    List<String> ending(StubRequest request, StubAnswer answer) {
        return List.of(sent(counts(line(request, ""), answer)));
    }

    @Override
    String failure(StubAnswer answer) {
        return sent(error(answer));
    }

    private static ObjectNode line(StubRequest request, String text) {
        ObjectNode line = JSON.createObjectNode()
                .put("model", request.model())
                .put("created_at", "2026-11-28T09:12:45.123456789Z");
        line.putObject("message").put("role", "assistant").put("content", text);
        return line;
    }

    private static ObjectNode counts(ObjectNode line, StubAnswer answer) {
        return line.put("done", true)
                .put("done_reason", Objects.requireNonNullElse(answer.stop(), "stop"))
                .put("total_duration", 4883583458L)
                .put("load_duration", 1334875)
                .put("prompt_eval_count", answer.inputTokens())
                .put("prompt_eval_duration", 342546000)
                .put("eval_count", answer.outputTokens())
                .put("eval_duration", 4535599000L);
    }

    private static String sent(JsonNode line) {
        return JSON.writeValueAsString(line) + "\n";
    }
}
