package groupwatch.simulator.store;

import java.util.Comparator;

/** Where a row stands among others: by the time of its message, rows of the same second as they were written. */
record Place(long timestamp, long serial) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::timestamp).thenComparingLong(Place::serial);

    /** Before all of a second. */
    static Place before(long second) {
        return new Place(second, Long.MIN_VALUE);
    }

    /** After all of a second. */
    static Place after(long second) {
        return new Place(second, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
