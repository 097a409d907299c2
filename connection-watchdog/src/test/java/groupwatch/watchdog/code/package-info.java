@NullMarked
package groupwatch.watchdog.code;

import org.jspecify.annotations.NullMarked;
