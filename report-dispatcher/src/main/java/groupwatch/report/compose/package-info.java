/** From a report's content to a mail: HTML and plain text out of templates, in the report's language, and the chart. */
@NullMarked
package groupwatch.report.compose;

import org.jspecify.annotations.NullMarked;
