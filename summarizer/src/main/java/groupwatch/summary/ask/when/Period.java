package groupwatch.summary.ask.when;

import java.time.Instant;

/**
 * A stretch of time that is asked about.
 *
 * @param from inclusive
 * @param until exclusive; may lie ahead
 * @param strict whether only what was said then is meant; else what was said then comes first: who asks on Friday what is brought "on Saturday"
 *     does not ask what was said on a Saturday
 */
public record Period(Instant from, Instant until, boolean strict) {

    /** Nothing was said before. */
    public static final Instant BEGINNING = Instant.parse("2009-01-01T00:00:00Z");

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /** From the beginning of the earlier one to the end of the later one. */
    Period spanning(Period other) {
        return new Period(
                from.isBefore(other.from) ? from : other.from,
                until.isAfter(other.until) ? until : other.until,
                strict && other.strict);
    }
}
