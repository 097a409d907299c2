/** Plays stories: what happens in the world becomes rows in an instance's memory and events of its webhook, in time. */
@NullMarked
package groupwatch.simulator.play;

import org.jspecify.annotations.NullMarked;
