/** What the message store is asked: groups, who is in them, what was said, what is found. */
@NullMarked
package groupwatch.summary.store;

import org.jspecify.annotations.NullMarked;
