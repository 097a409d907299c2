/** Whose records of the raw topics are, and by what something is recognised that was told before. */
@NullMarked
package groupwatch.watchdog.raw;

import org.jspecify.annotations.NullMarked;
