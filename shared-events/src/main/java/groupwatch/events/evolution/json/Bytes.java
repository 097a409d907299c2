package groupwatch.events.evolution.json;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hashes: an index object {@code {"0":255,"1":216}}, a base64 text, an array, or Node's {@code {type,data}}. */
public final class Bytes {

    private static final int SHA_256 = 32;

    private Bytes() {}

    /** A SHA-256 hash as lower-case hexadecimal; anything that is not 32 bytes is absent. */
    public static @Nullable String sha256(JsonNode value) {
        byte[] bytes = value.isString() ? fromBase64(value.stringValue()) : fromNumbers(value);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static byte @Nullable [] fromBase64(String text) {
        try {
            byte[] bytes = text.length() > 2 * SHA_256
                    ? new byte[0]
                    : Base64.getDecoder().decode(text);
            return bytes.length == SHA_256 ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] fromNumbers(JsonNode value) {
        JsonNode numbers = value.path("data").isArray() ? value.path("data") : value;
        if (numbers.size() != SHA_256) {
            return null;
        }
        byte[] bytes = new byte[SHA_256];
        for (int i = 0; i < SHA_256; i++) {
            JsonNode number = numbers.isArray() ? numbers.path(i) : numbers.path(Integer.toString(i));
            if (!number.isIntegralNumber() || !number.canConvertToInt()) {
                return null;
            }
            bytes[i] = (byte) number.intValue();
        }
        return bytes;
    }
}
