/** The log of calls: messages of type call over all chats the caller may see. */
@NullMarked
package groupwatch.store.call;

import org.jspecify.annotations.NullMarked;
