/** Whether a link that says it is open really is: what is heard of each account, its rhythm, and what its gateway has that was not told. */
@NullMarked
package groupwatch.watchdog.liveness;

import org.jspecify.annotations.NullMarked;
