@NullMarked
package groupwatch.report.schedule;

import org.jspecify.annotations.NullMarked;
