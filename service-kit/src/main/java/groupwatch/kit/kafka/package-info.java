/** The Kafka edge: a reactive publisher and a reactive batch consumer, bounded and back-pressured. */
@NullMarked
package groupwatch.kit.kafka;

import org.jspecify.annotations.NullMarked;
