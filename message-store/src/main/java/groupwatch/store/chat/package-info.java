/**
 * Chats as readers ask for them: a group, or a direct chat of one linked account by whichever identity of the other side;
 * and the list of one account's chats. A caller limited to groups sees no direct ones.
 */
@NullMarked
package groupwatch.store.chat;

import org.jspecify.annotations.NullMarked;
