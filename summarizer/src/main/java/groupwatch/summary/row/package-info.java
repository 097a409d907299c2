/** The tables of days, of their summaries, and of what is kept of a long day until it is whole. */
@NullMarked
package groupwatch.summary.row;

import org.jspecify.annotations.NullMarked;
