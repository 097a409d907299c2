/** Who may ask what, and how answers and parameters look. */
@NullMarked
package groupwatch.summary.api;

import org.jspecify.annotations.NullMarked;
