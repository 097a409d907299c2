package groupwatch.kit.evolution;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Evolution says in words. It can quote messages and numbers: for recognising, not for showing. */
final class Sentences {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sentences() {}

    /** {@code response.message} is a sentence, a list of them, or a list of lists: the first. Empty when there is none. */
    static String ofError(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("response").path("message");
            while (message.isArray() && !message.isEmpty()) {
                message = message.get(0);
            }
            return message.isString() ? message.stringValue() : "";
        } catch (JacksonException e) {
            return "";
        }
    }
}
