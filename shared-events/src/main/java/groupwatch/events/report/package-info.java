/** What {@code groupwatch.reports.v1} tells: what became of each report that was due. */
@NullMarked
package groupwatch.events.report;

import org.jspecify.annotations.NullMarked;
