package groupwatch.events.evolution.json;

import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Words, flags and references in a payload. A value of the wrong kind reads as absent: a payload is hostile or of
 * another version, never a reason to fail.
 */
public final class Proto {

    private Proto() {}

    /** The first of these fields that is a text and not empty. */
    public static @Nullable String text(JsonNode parent, String... fields) {
        for (String field : fields) {
            JsonNode value = parent.path(field);
            if (value.isString() && !value.stringValue().isEmpty()) {
                return value.stringValue();
            }
        }
        return null;
    }

    /** A text or a whole number, as text: ids and codes come as either. */
    public static @Nullable String word(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isIntegralNumber() ? value.asString() : text(parent, field);
    }

    /** Empty text when the field is there but empties the value, absent when it is not there. */
    public static @Nullable String changedText(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isNull() ? "" : value.isString() ? value.stringValue() : null;
    }

    public static boolean flag(JsonNode parent, String field) {
        return Boolean.TRUE.equals(optionalFlag(parent, field));
    }

    public static @Nullable Boolean optionalFlag(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isString()
                        && (value.stringValue().equals("true")
                                || value.stringValue().equals("false"))
                ? Boolean.valueOf(value.stringValue())
                : null;
    }

    public static @Nullable Jid jid(JsonNode parent, String... fields) {
        for (String field : fields) {
            JsonNode value = parent.path(field);
            Jid jid = value.isString() ? Jid.parse(value.stringValue()) : null;
            if (jid != null) {
                return jid;
            }
        }
        return null;
    }
}
