/**
 * The report dispatcher. A report is due by its own clock → its run is a row, once → its content comes from the message store and the
 * summarizer over HTTP, and is kept with the run → a mail to each recipient, a row and a job each → {@code groupwatch.reports.v1} out.
 *
 * <p>On failure: a run whose content is not to be had, and a mail that the mail server does not take now, are tried again for hours; what was
 * missed while nobody looked is made up for, late rather than never. A mail that is tried again is the same mail, and says so by its Message-ID.
 */
@NullMarked
package groupwatch.report;

import org.jspecify.annotations.NullMarked;
