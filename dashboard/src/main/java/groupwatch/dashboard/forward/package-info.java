/** Requests passed on to the services, by an allow-list, as streams. */
@NullMarked
package groupwatch.dashboard.forward;

import org.jspecify.annotations.NullMarked;
