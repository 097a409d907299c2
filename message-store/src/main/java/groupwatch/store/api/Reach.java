package groupwatch.store.api;

import java.time.Instant;

/** The times that a message can have: beyond what any clock can say, but within what the database can hold. */
public final class Reach {

    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Reach() {}

    public static boolean covers(Instant time) {
        return !time.isBefore(BEGINNING) && time.isBefore(END);
    }
}
