package groupwatch.summary.write.check;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the JSON object in an answer: also in a fence, after a preamble, or before a farewell. */
final class ReadAnswer {

    static final Set<String> FIELDS =
            Set.of("overview", "topics", "decisions", "action_items", "open_questions", "urgent");

    private static final int LONGEST = 400_000;
    private static final int TRIES = 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(12)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .build();

    private ReadAnswer() {}

    /** Empty when there is none with a field we know. */
    static Optional<JsonNode> of(String answer) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        int begin = answer.indexOf('{');
        for (int tries = 0; begin >= 0 && tries < TRIES; tries++) {
            Optional<JsonNode> found = objectAt(answer, begin);
            if (found.isPresent()) {
                return found;
            }
            begin = answer.indexOf('{', begin + 1);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> objectAt(String answer, int begin) {
        try (JsonParser parser = JSON.createParser(answer.substring(begin))) {
            JsonNode node = JSON.readTree(parser);
            return Optional.ofNullable(node)
                    .filter(JsonNode::isObject)
                    .filter(object -> FIELDS.stream().anyMatch(object::has));
        } catch (JacksonException e) {
            // not here: perhaps the brace belonged to a preamble
            return Optional.empty();
        }
    }
}
