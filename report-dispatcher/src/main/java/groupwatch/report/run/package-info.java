/**
 * What becomes of a report that is due: a run, once (report, due time); its content, built once; a mail to each recipient, each a row and a
 * job of its own; the end, which the topic is told.
 *
 * <p>Between the mail server's "250" and the row that says so there is a moment in which a process can die: that mail is handed over once more,
 * under the same Message-ID. There is no other way in which a recipient gets it twice.
 */
@NullMarked
package groupwatch.report.run;

import org.jspecify.annotations.NullMarked;
