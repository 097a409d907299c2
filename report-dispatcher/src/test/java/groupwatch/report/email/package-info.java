@NullMarked
package groupwatch.report.email;

import org.jspecify.annotations.NullMarked;
