/** When reports are due, and what time they tell of: by the clock of their own zone. */
@NullMarked
package groupwatch.report.schedule;

import org.jspecify.annotations.NullMarked;
