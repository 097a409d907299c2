/** The picture of how much was written when. */
@NullMarked
package groupwatch.report.compose.chart;

import org.jspecify.annotations.NullMarked;
