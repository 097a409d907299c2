package groupwatch.watchdog.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The numbers of a chunk. Its messages are counted and not read. Whether it is the latest ({@code isLatest}) is passed over: WhatsApp says
 * so of the first chunk, the one with the newest messages.
 *
 * @param messages absent where the body is no whole chunk
 */
record ChunkScan(@Nullable Integer messages, @Nullable Integer progress) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(64 * 1024 * 1024)
                    .build())
            .build();

    /** Takes a moment for a large one. */
    static ChunkScan of(byte[] body) {
        Integer messages = null;
        Integer progress = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new ChunkScan(null, null);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if ("progress".equals(name) && value == JsonToken.VALUE_NUMBER_INT) {
                    progress = Math.clamp(parser.getLongValue(), 0, 100);
                } else if ("data".equals(name) && value == JsonToken.START_ARRAY) {
                    messages = items(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return new ChunkScan(messages, progress);
        } catch (JacksonException notJson) {
            return new ChunkScan(null, progress);
        }
    }

    private static int items(JsonParser parser) {
        int items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                return items;
            }
            parser.skipChildren();
            items++;
        }
        return items;
    }
}
