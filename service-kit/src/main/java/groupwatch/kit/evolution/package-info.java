/** The one client of Evolution API: time limits, a rate and a circuit breaker for each instance, errors by their kind. */
@NullMarked
package groupwatch.kit.evolution;

import org.jspecify.annotations.NullMarked;
