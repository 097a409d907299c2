/** The tables of days and of their summaries. */
@NullMarked
package groupwatch.summary.row;

import org.jspecify.annotations.NullMarked;
