/** The simulator's own time: it may pass faster than that of those who watch it. */
@NullMarked
package groupwatch.simulator.time;

import org.jspecify.annotations.NullMarked;
