/** Who may ask what. */
@NullMarked
package groupwatch.report.api;

import org.jspecify.annotations.NullMarked;
