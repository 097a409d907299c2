package groupwatch.store.api;

import groupwatch.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place among messages in the order of time, and which way to read from it. It names a message, not a row number, so
 * that pages stay stable while messages come in. As text it is opaque: URL-safe Base64.
 *
 * @param sentAt to the microsecond, as the database keeps it
 * @param id the message's id, which orders messages of the same instant; empty for a place that is no message's
 * @param scope of the message, which orders messages of the same instant and id
 * @param back whether the page lies before the place, against the order asked for
 * @param inclusive whether the message itself belongs to the page
 */
public record Cursor(Instant sentAt, String id, String scope, boolean back, boolean inclusive) {

    private static final String SEPARATOR = "\0";
    private static final int PARTS = 5;

    /** A moment: where messages begin that are not older, or end that are. */
    public static Cursor at(Instant moment) {
        return new Cursor(moment, "", "", false, true);
    }

    /** Everything on the other side of the same place. */
    public Cursor turned() {
        return new Cursor(sentAt, id, scope, !back, !inclusive);
    }

    /** Reads what {@link #toString()} wrote; anything else is a bad parameter. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(SEPARATOR, -1);
            Instant sentAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            if (parts.length == PARTS && Reach.covers(sentAt)) {
                return new Cursor(sentAt, parts[1], parts[2], flag(parts[3]), flag(parts[4]));
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException error) {
            // answered below, like a place where no message can be
        }
        throw ProblemException.badParameter("cursor", "cursor is not one that this API gave out");
    }

    @Override
    public String toString() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, sentAt);
        String plain = String.join(SEPARATOR, Long.toString(micros), id, scope, flag(back), flag(inclusive));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String flag(boolean set) {
        return set ? "1" : "";
    }

    private static boolean flag(String text) {
        return text.equals("1");
    }
}
