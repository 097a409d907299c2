/** Mails as files, and which there are. */
@NullMarked
package groupwatch.mailbox.keep;

import org.jspecify.annotations.NullMarked;
