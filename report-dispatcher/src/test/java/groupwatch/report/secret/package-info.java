@NullMarked
package groupwatch.report.secret;

import org.jspecify.annotations.NullMarked;
