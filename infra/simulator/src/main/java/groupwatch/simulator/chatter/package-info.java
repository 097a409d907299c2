/** A small story without a plot, for tests and for trying things: three groups that talk. */
@NullMarked
package groupwatch.simulator.chatter;

import org.jspecify.annotations.NullMarked;
