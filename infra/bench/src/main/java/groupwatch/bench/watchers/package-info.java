/** Who watches which account while watchdogs die and stand still. */
@NullMarked
package groupwatch.bench.watchers;

import org.jspecify.annotations.NullMarked;
