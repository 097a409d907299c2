/** Meters of the Kafka edge, which add up. */
@NullMarked
package groupwatch.kit.metrics;

import org.jspecify.annotations.NullMarked;
