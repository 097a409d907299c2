@NullMarked
package groupwatch.watchdog.history;

import org.jspecify.annotations.NullMarked;
