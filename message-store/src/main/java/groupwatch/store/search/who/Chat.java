package groupwatch.store.search.who;

import org.jspecify.annotations.Nullable;

/**
 * A chat as a search shows it.
 *
 * @param name absent where it is not known, or the chat is no group
 */
public record Chat(String jid, @Nullable String name) {}
