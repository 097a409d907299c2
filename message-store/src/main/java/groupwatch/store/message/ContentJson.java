package groupwatch.store.message;

import groupwatch.events.EventCodec;
import groupwatch.events.message.MessageContent;
import groupwatch.store.receive.StorableText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** A content as the column {@code content} has it; the text has a column of its own. */
final class ContentJson {

    private static final JsonMapper MAPPER = EventCodec.mapper()
            .rebuild()
            .addModule(new SimpleModule("storable").addSerializer(new StorableStrings()))
            .build();

    private ContentJson() {}

    static String write(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    static MessageContent read(String json) {
        return MAPPER.readValue(json, MessageContent.class);
    }

    /** What was nested in a string of the payload has not been cleaned with the body. */
    private static final class StorableStrings extends StdSerializer<String> {

        StorableStrings() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(StorableText.of(value));
        }
    }
}
