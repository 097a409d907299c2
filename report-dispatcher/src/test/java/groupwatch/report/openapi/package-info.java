@NullMarked
package groupwatch.report.openapi;

import org.jspecify.annotations.NullMarked;
