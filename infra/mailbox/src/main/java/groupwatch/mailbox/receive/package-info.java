/** The SMTP side. */
@NullMarked
package groupwatch.mailbox.receive;

import org.jspecify.annotations.NullMarked;
