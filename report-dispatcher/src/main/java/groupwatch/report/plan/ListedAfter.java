package groupwatch.report.plan;

import groupwatch.kit.api.Query;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list begins: after this report. */
record ListedAfter(Instant createdAt, UUID id) {

    static final ListedAfter NOTHING = new ListedAfter(Instant.EPOCH, new UUID(0, 0));

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
            return new ListedAfter(
                    Instant.parse(cursor.substring(0, comma)), UUID.fromString(cursor.substring(comma + 1)));
        } catch (DateTimeParseException | IllegalArgumentException error) {
            throw Query.bad("cursor", "must be the next of the page before");
        }
    }

    String cursor() {
        return createdAt + "," + id;
    }
}
