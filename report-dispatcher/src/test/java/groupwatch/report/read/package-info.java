@NullMarked
package groupwatch.report.read;

import org.jspecify.annotations.NullMarked;
