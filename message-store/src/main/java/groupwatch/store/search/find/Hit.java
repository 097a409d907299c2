package groupwatch.store.search.find;

import groupwatch.store.message.MessageKey;
import java.time.Instant;

/**
 * A message that was found.
 *
 * @param rank how well it fits; 0 when it was not asked for
 */
record Hit(MessageKey key, Instant sentAt, double rank) {}
