package groupwatch.store.group;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Choosing between times, either of which may be unknown. */
final class Newest {

    static final Comparator<@Nullable Instant> ORDER = Comparator.nullsFirst(Comparator.naturalOrder());

    private Newest() {}

    static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return ORDER.compare(one, other) > 0;
    }
}
