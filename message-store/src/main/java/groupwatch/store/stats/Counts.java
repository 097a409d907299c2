package groupwatch.store.stats;

import groupwatch.events.identity.Identities;
import groupwatch.events.message.MessageType;
import java.util.List;

/**
 * What was counted in a chat in a period and in the one before.
 *
 * @param hours only of the period
 */
record Counts(List<OfHour> hours, List<OfSender> senders) {

    sealed interface Row {}

    /**
     * Messages by the hour of the local clock; an hour that the clock shows twice is one.
     *
     * @param hour since the epoch, local
     */
    record OfHour(long hour, long messages) implements Row {}

    /**
     * What one identity wrote of one type.
     *
     * @param current in the period, else in the one before
     * @param sender as seen; not known where nobody told
     */
    record OfSender(boolean current, Identities sender, MessageType type, long messages, long edited, long revoked)
            implements Row {}

    static Counts of(List<Row> rows) {
        return new Counts(only(OfHour.class, rows), only(OfSender.class, rows));
    }

    private static <R> List<R> only(Class<R> type, List<Row> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
