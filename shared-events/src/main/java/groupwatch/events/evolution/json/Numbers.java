package groupwatch.events.evolution.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers: plain, as decimal text, or as {@code {low, high, unsigned}} whose {@code low} is signed. */
public final class Numbers {

    private static final int LONGEST_DECIMAL = 19;

    private Numbers() {}

    public static @Nullable Long whole(JsonNode value) {
        if (value.isNumber()) {
            return fromNumber(value);
        }
        if (value.isString()) {
            return fromDecimal(value.stringValue());
        }
        JsonNode low = value.path("low");
        JsonNode high = value.path("high");
        return low.isIntegralNumber() && high.isIntegralNumber() && low.canConvertToInt() && high.canConvertToInt()
                ? ((long) high.intValue() << 32) | (low.intValue() & 0xFFFF_FFFFL)
                : null;
    }

    /** A count or a length: absent when it does not fit or is negative. */
    public static @Nullable Integer count(JsonNode value) {
        Long whole = whole(value);
        return whole == null || whole < 0 || whole > Integer.MAX_VALUE ? null : (Integer) whole.intValue();
    }

    /** Degrees and the like. */
    public static @Nullable Double decimal(JsonNode value) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? (Double) number : null;
        }
        return null;
    }

    private static @Nullable Long fromNumber(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? (Long) value.longValue() : null;
        }
        double number = value.doubleValue();
        return Math.abs(number) < Long.MAX_VALUE ? (Long) (long) number : null;
    }

    private static @Nullable Long fromDecimal(String text) {
        try {
            return text.length() > LONGEST_DECIMAL ? null : (Long) Long.parseLong(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
