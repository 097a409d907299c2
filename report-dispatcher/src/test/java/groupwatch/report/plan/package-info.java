@NullMarked
package groupwatch.report.plan;

import org.jspecify.annotations.NullMarked;
