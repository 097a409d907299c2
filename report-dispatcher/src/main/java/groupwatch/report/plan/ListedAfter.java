package groupwatch.report.plan;

import groupwatch.kit.api.Query;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list begins: after this report. */
record ListedAfter(Instant createdAt, UUID id) {

    static final ListedAfter NOTHING = new ListedAfter(Instant.EPOCH, new UUID(0, 0));

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    static ListedAfter of(Report report) {
        return new ListedAfter(report.createdAt(), report.id());
    }

    /** @throws groupwatch.kit.problem.ProblemException 400 when it is no cursor */
    static ListedAfter read(@Nullable String cursor) {
        if (cursor == null) {
            return NOTHING;
        }
        int comma = Math.max(0, cursor.indexOf(','));
        try {
            Instant createdAt = Instant.parse(cursor.substring(0, comma));
            if (createdAt.isAfter(NOTHING.createdAt) && createdAt.isBefore(LAST)) {
                return new ListedAfter(createdAt, UUID.fromString(cursor.substring(comma + 1)));
            }
        } catch (DateTimeParseException | IllegalArgumentException error) {
            // answered below, like a time that the database does not know
        }
        throw Query.bad("cursor", "must be the next of the page before");
    }

    String cursor() {
        return createdAt + "," + id;
    }
}
