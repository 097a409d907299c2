/** Who may ask what. */
@NullMarked
package groupwatch.watchdog.api;

import org.jspecify.annotations.NullMarked;
