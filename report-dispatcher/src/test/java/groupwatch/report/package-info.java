@NullMarked
package groupwatch.report;

import org.jspecify.annotations.NullMarked;
