/** What a mail is made of, as far as a person wants to see it. */
@NullMarked
package groupwatch.mailbox.read;

import org.jspecify.annotations.NullMarked;
