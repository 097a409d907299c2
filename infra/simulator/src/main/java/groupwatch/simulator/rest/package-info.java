/** The HTTP side: Evolution's endpoints with its answers and errors, and the simulator's own below {@code /simulator}. */
@NullMarked
package groupwatch.simulator.rest;

import org.jspecify.annotations.NullMarked;
