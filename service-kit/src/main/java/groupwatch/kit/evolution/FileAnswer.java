package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the file out of an answer of {@code getBase64FromMediaMessage}, decoded while it is read: little of it is in memory at once. */
final class FileAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private FileAnswer() {}

    /** Blocks while it reads and writes. Closes neither. */
    static long decode(InputStream json, OutputStream file) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            long bytes = -1;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noFile();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean base64 = "base64".equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (base64 && value == JsonToken.VALUE_STRING) {
                    bytes = parser.readBinaryValue(file);
                } else {
                    parser.skipChildren();
                }
            }
            if (bytes < 0 || parser.currentToken() != JsonToken.END_OBJECT) {
                throw noFile();
            }
            return bytes;
        }
    }

    private static EvolutionException noFile() {
        return new EvolutionException(Kind.AWAY, "Evolution's answer has no file in it");
    }
}
