/** What duties have in common. */
@NullMarked
package groupwatch.watchdog.duty;

import org.jspecify.annotations.NullMarked;
