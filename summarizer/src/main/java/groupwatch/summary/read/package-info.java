/** Summaries over HTTP: one, all, how they were before, and now. */
@NullMarked
package groupwatch.summary.read;

import org.jspecify.annotations.NullMarked;
