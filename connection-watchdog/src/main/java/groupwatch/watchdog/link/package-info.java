/** How each account is linked: one state machine, and the rows that remember it. */
@NullMarked
package groupwatch.watchdog.link;

import org.jspecify.annotations.NullMarked;
