/** The reports that somebody wants: made, changed, paused and removed. */
@NullMarked
package groupwatch.report.plan;

import org.jspecify.annotations.NullMarked;
