/** What every service starts with: Kafka edge, problems, security, metrics, tracing, health, logs. It knows no event's meaning. */
@NullMarked
package groupwatch.kit;

import org.jspecify.annotations.NullMarked;
