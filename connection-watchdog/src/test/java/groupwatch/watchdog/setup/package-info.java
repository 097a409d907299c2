/** Setting up instances, at the simulator. */
@NullMarked
package groupwatch.watchdog.setup;

import org.jspecify.annotations.NullMarked;
