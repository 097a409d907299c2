/**
 * What becomes of a report that is due: a run, once (report, due time); its content, built once; a mail to each recipient, each a row and a
 * job of its own; the end, which the topic is told.
 *
 * <p>A mail is handed over once more, under the same Message-ID, where nobody can know whether the mail server took it: when the process died, or
 * lost sight of the database for longer than its lease, between the server's "250" and the row that says so; when the connection ended between
 * the end of the mail and the "250". There is no other way in which a recipient gets it twice.
 */
@NullMarked
package groupwatch.report.run;

import org.jspecify.annotations.NullMarked;
