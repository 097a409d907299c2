/** What reports are made from: asked of the message store, the summarizer and the watchdog, no more of it than is needed. */
@NullMarked
package groupwatch.report.read;

import org.jspecify.annotations.NullMarked;
