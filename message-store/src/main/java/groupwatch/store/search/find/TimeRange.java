package groupwatch.store.search.find;

import groupwatch.store.api.Reach;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.Sent;
import java.time.Instant;

/**
 * When everything a query finds was sent.
 *
 * @param from inclusive
 * @param to exclusive
 */
record TimeRange(Instant from, Instant to) {

    private static final TimeRange EVER = new TimeRange(Reach.BEGINNING, Reach.END);

    static TimeRange of(Query query) {
        return query.required()
                .filter(Sent.class::isInstance)
                .map(Sent.class::cast)
                .map(sent -> new TimeRange(sent.from(), sent.to()))
                .reduce(EVER, TimeRange::within);
    }

    TimeRange within(TimeRange other) {
        return new TimeRange(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean isLimited() {
        return !equals(EVER);
    }
}
