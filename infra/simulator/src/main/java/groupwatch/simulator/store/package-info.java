/** What one instance remembers: the rows that Evolution would keep in its database. In memory, bounded, the oldest forgotten first. */
@NullMarked
package groupwatch.simulator.store;

import org.jspecify.annotations.NullMarked;
