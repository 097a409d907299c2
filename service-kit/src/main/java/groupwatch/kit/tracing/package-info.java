/** W3C trace context through Kafka headers; one span a batch, with links to what its records belong to. */
@NullMarked
package groupwatch.kit.tracing;

import org.jspecify.annotations.NullMarked;
