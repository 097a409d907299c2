/** Whom and which chats the names in a search mean, as far as the caller may know. */
@NullMarked
package groupwatch.store.search.who;

import org.jspecify.annotations.NullMarked;
