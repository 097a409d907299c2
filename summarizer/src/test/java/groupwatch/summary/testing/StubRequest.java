package groupwatch.summary.testing;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as a stub got it.
 *
 * @param headers by lower-case name
 */
public record StubRequest(String path, Map<String, String> headers, JsonNode body) {

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public String model() {
        return body.path("model").asString("");
    }

    public boolean streams() {
        return body.path("stream").asBoolean(false);
    }

    /** What the model is to do, however the vendor wants it told. */
    public String system() {
        return body.has("system")
                ? words(body.path("system"))
                : body.path("messages")
                        .valueStream()
                        .filter(message -> message.path("role").asString("").equals("system"))
                        .map(message -> words(message.path("content")))
                        .collect(Collectors.joining("\n"));
    }

    /** What the user said last. */
    public String user() {
        JsonNode messages = body.path("messages");
        return words(messages.path(messages.size() - 1).path("content"));
    }

    /** Text, or blocks of text. */
    private static String words(JsonNode content) {
        return content.isString()
                ? content.stringValue()
                : content.valueStream()
                        .map(block -> block.path("text").asString(""))
                        .collect(Collectors.joining("\n"));
    }
}
