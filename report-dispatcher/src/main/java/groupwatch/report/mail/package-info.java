/** Hands a mail to a mail server by SMTP, or to Resend, and says what became of it. */
@NullMarked
package groupwatch.report.mail;

import org.jspecify.annotations.NullMarked;
