@NullMarked
package groupwatch.watchdog.watch;

import org.jspecify.annotations.NullMarked;
