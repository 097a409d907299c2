/** What stands where in a mail, worded and clean, for the templates to lay out. */
@NullMarked
package groupwatch.report.compose.page;

import org.jspecify.annotations.NullMarked;
