package groupwatch.events.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a message's text after the first.
 *
 * @param text absent = edited, but only the recipient's phone can read it
 */
public record Edit(@Nullable String text, @Nullable Instant at) {}
