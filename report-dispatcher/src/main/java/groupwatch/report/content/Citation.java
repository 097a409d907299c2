package groupwatch.report.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a statement rests on.
 *
 * @param message its WhatsApp id, in the group of the statement
 * @param sender name, else phone number
 */
public record Citation(
        String message, @Nullable String sender, @Nullable Instant sentAt) {}
