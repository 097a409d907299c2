@NullMarked
package groupwatch.report.plan.api;

import org.jspecify.annotations.NullMarked;
