package groupwatch.watchdog.resync;

import groupwatch.kit.api.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the list of an account's runs, the newest first. */
record RunCursor(Instant askedAt, UUID id) {

    /** Later than any, and a time that PostgreSQL knows. */
    private static final RunCursor BEGIN = new RunCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static RunCursor of(@Nullable String text) {
        if (text == null) {
            return BEGIN;
        }
        int at = text.indexOf('_');
        try {
            RunCursor cursor = at > 0
                    ? new RunCursor(Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1)))
                    : BEGIN;
            if (cursor.askedAt().isAfter(Instant.EPOCH) && cursor.askedAt().isBefore(BEGIN.askedAt())) {
                return cursor;
            }
        } catch (DateTimeException | IllegalArgumentException error) {
            // answered below, like a time that the database does not know
        }
        throw Query.bad("cursor", "must be the next of the page before");
    }

    static String after(ShownRun run) {
        return run.askedAt() + "_" + run.id();
    }
}
