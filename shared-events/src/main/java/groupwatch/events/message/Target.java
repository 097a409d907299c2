package groupwatch.events.message;

import org.jspecify.annotations.Nullable;

/**
 * The message that a reaction, pin, keep, vote, album picture or unreadable edit is about.
 *
 * @param chat where that message is; absent = the same chat
 */
public record Target(String id, @Nullable String chat) {}
