/** The HTTP side: a page and an API, for whoever sits at this machine. */
@NullMarked
package groupwatch.mailbox.page;

import org.jspecify.annotations.NullMarked;
