/** W3C trace context through Kafka headers. */
@NullMarked
package groupwatch.kit.tracing;

import org.jspecify.annotations.NullMarked;
