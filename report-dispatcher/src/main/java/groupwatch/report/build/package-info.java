/**
 * Makes the content of reports from what the message store, the summarizer and the watchdog tell: {@link BuildReport}. A group costs no more than
 * a handful of calls, eight groups are asked about at once, and no messages are gathered.
 */
@NullMarked
package groupwatch.report.build;

import org.jspecify.annotations.NullMarked;
