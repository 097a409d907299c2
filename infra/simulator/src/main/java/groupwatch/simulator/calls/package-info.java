/** Which REST calls were made, and when: for who wants to know whether two watchers act at once. */
@NullMarked
package groupwatch.simulator.calls;

import org.jspecify.annotations.NullMarked;
