/** Liveness, history and codes on real servers, with a gateway and a watcher that do what tests say. */
@NullMarked
package groupwatch.alive;

import org.jspecify.annotations.NullMarked;
