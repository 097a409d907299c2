package groupwatch.store.receive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A time that PostgreSQL and RFC 3339 can tell: to the microsecond, in the years 1 to 9999. */
public final class StorableTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private StorableTime() {}

    public static Instant of(Instant time) {
        if (time.isBefore(FIRST)) {
            return FIRST;
        }
        return time.isAfter(LAST) ? LAST : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Absent is the epoch, which stands for an unknown time. */
    public static Instant orEpoch(@Nullable Instant time) {
        return time == null ? Instant.EPOCH : of(time);
    }
}
