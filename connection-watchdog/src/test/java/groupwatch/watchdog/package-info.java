@NullMarked
package groupwatch.watchdog;

import org.jspecify.annotations.NullMarked;
