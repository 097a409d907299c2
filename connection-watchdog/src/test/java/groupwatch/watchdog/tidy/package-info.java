@NullMarked
package groupwatch.watchdog.tidy;

import org.jspecify.annotations.NullMarked;
