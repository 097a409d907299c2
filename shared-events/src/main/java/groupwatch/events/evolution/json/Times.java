package groupwatch.events.evolution.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Points in time: seconds, milliseconds or ISO text. Zero is protobuf's "not set", a year beyond 9999 is no date. */
public final class Times {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    /** Read as seconds it would be the year 5138: somebody wrote milliseconds. */
    private static final long SURELY_MILLISECONDS = 100_000_000_000L;

    private Times() {}

    public static @Nullable Instant seconds(JsonNode value) {
        Long number = Numbers.whole(value);
        if (number == null || number <= 0) {
            return null;
        }
        return number >= SURELY_MILLISECONDS ? atMillis(number) : Instant.ofEpochSecond(number);
    }

    public static @Nullable Instant millis(JsonNode value) {
        Long number = Numbers.whole(value);
        return number == null || number <= 0 ? null : atMillis(number);
    }

    /** ISO 8601 with an offset, or seconds. */
    public static @Nullable Instant iso(JsonNode value) {
        if (!value.isString()) {
            return seconds(value);
        }
        try {
            return sane(OffsetDateTime.parse(value.stringValue()).toInstant());
        } catch (DateTimeException e) {
            return seconds(value);
        }
    }

    private static @Nullable Instant atMillis(long number) {
        return sane(Instant.ofEpochMilli(number));
    }

    private static @Nullable Instant sane(Instant time) {
        return time.isAfter(END) || time.isBefore(Instant.EPOCH) ? null : time;
    }
}
