@NullMarked
package groupwatch.watchdog.liveness;

import org.jspecify.annotations.NullMarked;
