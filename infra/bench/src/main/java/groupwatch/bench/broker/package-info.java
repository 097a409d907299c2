/** The broker's side of a measurement: what waits in the raw topic, and filling it. */
@NullMarked
package groupwatch.bench.broker;

import org.jspecify.annotations.NullMarked;
