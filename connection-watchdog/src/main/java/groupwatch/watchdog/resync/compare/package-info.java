/** What a row of Evolution's message store tells, and whether the message store knows it. Pure. */
@NullMarked
package groupwatch.watchdog.resync.compare;

import org.jspecify.annotations.NullMarked;
