/** A summary in terms of message numbers, before its numbers become message ids. */
@NullMarked
package groupwatch.summary.write.draft;

import org.jspecify.annotations.NullMarked;
