/** What a report says, before anybody says it beautifully. Plain data, kept as JSON with its run; all text in it is hostile. */
@NullMarked
package groupwatch.report.content;

import org.jspecify.annotations.NullMarked;
