@NullMarked
package groupwatch.watchdog.groups;

import org.jspecify.annotations.NullMarked;
