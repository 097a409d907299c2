package groupwatch.summary.write.check;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
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
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    // found once and for all: looking for a deserializer takes a lock
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = JSON.writerFor(JsonNode.class);

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

    /** The object without what stood around it. */
    static String bare(JsonNode object) {
        return WRITER.writeValueAsString(object);
    }

    private static Optional<JsonNode> objectAt(String answer, int begin) {
        try (JsonParser parser = READER.createParser(answer.substring(begin))) {
            JsonNode node = READER.readValue(parser);
            return Optional.ofNullable(node)
                    .filter(JsonNode::isObject)
                    .filter(object -> FIELDS.stream().anyMatch(object::has));
        } catch (JacksonException e) {
            // not here: perhaps the brace belonged to a preamble
            return Optional.empty();
        }
    }
}
