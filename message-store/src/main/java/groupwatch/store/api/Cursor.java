package groupwatch.store.api;

import groupwatch.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a chat's messages: after this one the next page begins, towards older or newer ones. It names a message, not
 * a row number, so that pages stay stable while messages come in. As text it is opaque: URL-safe Base64.
 *
 * @param sentAt to the microsecond, as the database keeps it
 * @param id the message's id, which orders messages of the same instant
 */
public record Cursor(Instant sentAt, String id) {

    /** Reads what {@link #toString()} wrote; anything else is a bad parameter. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            long micros = Long.parseLong(plain.substring(0, colon));
            Cursor cursor = new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), plain.substring(colon + 1));
            if (Reach.covers(cursor.sentAt()) && cursor.id().indexOf('\0') < 0) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException error) {
            // answered below, like a place where no message can be
        }
        throw ProblemException.badParameter("cursor", "cursor is not one that this API gave out");
    }

    @Override
    public String toString() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, sentAt);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
