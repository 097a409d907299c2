/** What is the matter with the simulator's REST side: for all of it, or for one instance. */
@NullMarked
package groupwatch.simulator.fault;

import org.jspecify.annotations.NullMarked;
