package groupwatch.store.search.find;

import groupwatch.store.api.Parameters;
import groupwatch.store.api.Reach;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of hits ended; the next one begins after it. It names a place, not a number of hits, so that pages stay
 * stable while messages come in. As text it is opaque: URL-safe Base64.
 *
 * @param window by rank only: the hits that were compared
 */
record SearchCursor(Place last, @Nullable Window window) {

    /**
     * Hits that are ordered by rank: those of a span of time, so that newer ones do not change the order of the rest.
     *
     * @param rank of the last hit of the page
     */
    record Window(double rank, Instant from, Instant to) {}

    private static final String SEPARATOR = "\n";
    private static final int BY_TIME = 3;
    private static final int BY_RANK = 6;

    /** Reads what {@link #toString()} wrote for the same order; anything else is a bad parameter. */
    static @Nullable SearchCursor parse(@Nullable String text, boolean byRank) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = Pattern.compile(SEPARATOR).split(plain, -1);
            if (parts.length == (byRank ? BY_RANK : BY_TIME) && plain.indexOf('\0') < 0) {
                return new SearchCursor(new Place(time(parts[0]), parts[1], parts[2]), byRank ? window(parts) : null);
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException error) {
            // answered below, like one of the other order
        }
        throw Parameters.bad("cursor", "is not one that this search gave out in this order");
    }

    private static Window window(String[] parts) {
        double rank = Double.parseDouble(parts[3]);
        if (!Double.isFinite(rank)) {
            throw new IllegalArgumentException("no rank");
        }
        return new Window(rank, time(parts[4]), time(parts[5]));
    }

    private static Instant time(String micros) {
        Instant time = Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
        if (!Reach.covers(time) && !time.equals(Reach.END)) {
            throw new DateTimeException("beyond all messages");
        }
        return time;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    @Override
    public String toString() {
        String place = String.join(SEPARATOR, String.valueOf(micros(last.sentAt())), last.id(), last.scope());
        String plain = window == null
                ? place
                : String.join(
                        SEPARATOR,
                        place,
                        String.valueOf(window.rank()),
                        String.valueOf(micros(window.from())),
                        String.valueOf(micros(window.to())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
