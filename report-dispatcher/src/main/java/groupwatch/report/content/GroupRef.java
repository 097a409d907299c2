package groupwatch.report.content;

import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param name absent until an event has told it
 */
public record GroupRef(String jid, @Nullable String name) {}
