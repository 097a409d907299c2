package groupwatch.events.message;

import org.jspecify.annotations.Nullable;

/**
 * The message that a reaction, pin, keep, vote, album picture or unreadable edit is about.
 *
 * @param chat where that message is; absent = the same chat
 * @param action what is done to it where the type alone does not say: pin, unpin, keep, undo
 */
public record Target(
        String id, @Nullable String chat, @Nullable String action) {

    public Target(String id, @Nullable String chat) {
        this(id, chat, null);
    }
}
