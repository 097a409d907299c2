package groupwatch.summary.store;

import groupwatch.events.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message, and the beginning of its document's text.
 *
 * @param excerpt of a document, plain text
 */
public record StoredMessage(Message message, @Nullable String excerpt) {}
