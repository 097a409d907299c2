/** Who acts on an account, and what is done each time it is looked at. */
@NullMarked
package groupwatch.watchdog.watch;

import org.jspecify.annotations.NullMarked;
