/** What the simulator's tests share. */
@NullMarked
package groupwatch.simulator.testing;

import org.jspecify.annotations.NullMarked;
