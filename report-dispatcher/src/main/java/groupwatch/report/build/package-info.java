/** Makes the content of reports from what the message store, the summarizer and the watchdog tell. */
@NullMarked
package groupwatch.report.build;

import org.jspecify.annotations.NullMarked;
