/** How good a summary is: invented days with what must be said of them, the scores, and what others would make of them. */
@NullMarked
package groupwatch.summary.evaluation;

import org.jspecify.annotations.NullMarked;
