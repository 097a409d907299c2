/** What the watchdog asks of the message store: which messages it has, and how they came. */
@NullMarked
package groupwatch.watchdog.read;

import org.jspecify.annotations.NullMarked;
