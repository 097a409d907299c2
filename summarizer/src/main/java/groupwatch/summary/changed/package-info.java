/** Days whose messages changed after they were summarised. */
@NullMarked
package groupwatch.summary.changed;

import org.jspecify.annotations.NullMarked;
