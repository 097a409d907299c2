/** From an Evolution API webhook body to observations; the one place besides its client and simulator that knows Evolution. */
@NullMarked
package groupwatch.events.evolution;

import org.jspecify.annotations.NullMarked;
