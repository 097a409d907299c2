package groupwatch.store.query;

import groupwatch.store.api.Cursor;
import groupwatch.store.api.Reach;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of time in which messages are looked for, one after the other: each a query that touches only its months. Spans
 * near the present are short, since that is where most pages come from; older ones grow.
 */
public final class Spans {

    private static final YearMonth FIRST_MONTH = YearMonth.of(2009, 1);
    private static final int[] MONTHS_BACK = {1, 4, 13, 40};

    private Spans() {}

    /**
     * @param from inclusive
     * @param to exclusive
     */
    public record Span(Instant from, Instant to) {}

    /**
     * What is left of the filter's time from the start on, in the order in which it is walked.
     *
     * @param start absent: from the far end
     */
    public static List<Span> of(MessageFilter filter, boolean oldestFirst, @Nullable Cursor start, Clock clock) {
        Instant from = latest(filter.from(), oldestFirst && start != null ? start.sentAt() : null);
        Instant to = earliest(
                filter.to(), !oldestFirst && start != null ? start.sentAt().plus(1, ChronoUnit.MICROS) : null);
        List<Span> spans = new ArrayList<>();
        List<Instant> bounds = bounds(clock);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            Instant low = latest(bounds.get(i), from);
            Instant high = earliest(bounds.get(i + 1), to);
            if (low.isBefore(high)) {
                spans.add(new Span(low, high));
            }
        }
        if (!oldestFirst) {
            Collections.reverse(spans);
        }
        return spans;
    }

    /** Oldest first. The last span is that of clocks more than a year ahead: the default partition alone. */
    private static List<Instant> bounds(Clock clock) {
        YearMonth now = YearMonth.from(LocalDate.now(clock));
        List<Instant> bounds = new ArrayList<>(List.of(Reach.BEGINNING, start(FIRST_MONTH)));
        for (int i = MONTHS_BACK.length - 1; i >= 0; i--) {
            bounds.add(start(now.minusMonths(MONTHS_BACK[i])));
        }
        bounds.add(start(now.plusMonths(13)));
        bounds.add(Reach.END);
        return bounds;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Reach.BEGINNING;
        }
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Reach.END;
        }
        return one.isBefore(other) ? one : other;
    }
}
