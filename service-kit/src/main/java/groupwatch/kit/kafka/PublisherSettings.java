package groupwatch.kit.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the publisher: how long a record may wait where, and how much may wait.
 *
 * @param maxBlock longest wait for a place in the buffers or for the broker's topic list
 * @param requestTimeout longest wait for one answer of the broker
 * @param deliveryTimeout longest time from buffer to acknowledgement, all attempts included
 * @param bufferMemory bytes of the client's send buffer
 * @param maxInFlight bytes handed over but not acknowledged; above, callers are refused at once
 * @param maxRecord largest record
 */
public record PublisherSettings(
        @DefaultValue("5s") Duration maxBlock,
        @DefaultValue("5s") Duration requestTimeout,
        @DefaultValue("15s") Duration deliveryTimeout,
        @DefaultValue("64MB") DataSize bufferMemory,
        @DefaultValue("48MB") DataSize maxInFlight,
        @DefaultValue("16MB") DataSize maxRecord) {

    public PublisherSettings {
        if (deliveryTimeout.compareTo(requestTimeout) <= 0) {
            throw new IllegalArgumentException(
                    "groupwatch.kafka.publisher.delivery-timeout (" + deliveryTimeout.toMillis()
                            + " ms) takes more than the request-timeout (" + requestTimeout.toMillis() + " ms)");
        }
        if (bufferMemory.compareTo(maxInFlight) < 0) {
            throw new IllegalArgumentException("groupwatch.kafka.publisher.buffer-memory (" + bufferMemory
                    + ") takes at least max-in-flight (" + maxInFlight + "): sends would wait for it");
        }
    }
}
