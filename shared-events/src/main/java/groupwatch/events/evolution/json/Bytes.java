package groupwatch.events.evolution.json;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bytes: an index object {@code {"0":255,"1":216}}, a base64 text, an array, or Node's {@code {type,data}}. */
public final class Bytes {

    private static final int SHA_256 = 32;

    private Bytes() {}

    /** A SHA-256 hash as lower-case hexadecimal; anything that is not 32 bytes is absent. */
    public static @Nullable String sha256(JsonNode value) {
        byte[] bytes = of(value, SHA_256);
        return bytes == null || bytes.length != SHA_256 ? null : HexFormat.of().formatHex(bytes);
    }

    /** Absent when it is nothing of the kind, or more than {@code most}. */
    public static byte @Nullable [] of(JsonNode value, int most) {
        return value.isString() ? fromBase64(value.stringValue(), most) : fromNumbers(value, most);
    }

    private static byte @Nullable [] fromBase64(String text, int most) {
        try {
            // four characters for three bytes, and room for what is no multiple of three
            byte[] bytes = text.length() > 4L * (most + 2) / 3
                    ? new byte[0]
                    : Base64.getDecoder().decode(text);
            return bytes.length == 0 || bytes.length > most ? null : bytes;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] fromNumbers(JsonNode value, int most) {
        JsonNode numbers = value.path("data").isArray() ? value.path("data") : value;
        if (numbers.isEmpty() || numbers.size() > most) {
            return null;
        }
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            JsonNode number = numbers.isArray() ? numbers.path(i) : numbers.path(Integer.toString(i));
            if (!number.isIntegralNumber() || !number.canConvertToInt()) {
                return null;
            }
            bytes[i] = (byte) number.intValue();
        }
        return bytes;
    }
}
