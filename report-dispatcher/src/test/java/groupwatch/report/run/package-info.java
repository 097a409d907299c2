@NullMarked
package groupwatch.report.run;

import org.jspecify.annotations.NullMarked;
