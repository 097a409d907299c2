/** Rows in a real database. */
@NullMarked
package groupwatch.summary.row;

import org.jspecify.annotations.NullMarked;
