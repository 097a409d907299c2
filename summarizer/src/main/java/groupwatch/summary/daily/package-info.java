/** Days become jobs when they are due, and jobs become summaries. */
@NullMarked
package groupwatch.summary.daily;

import org.jspecify.annotations.NullMarked;
