package groupwatch.kit.kafka;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Writes records to the broker. Nothing is sent before subscription; the Mono completes when all in-sync replicas have
 * acknowledged ({@code acks=all}). Never blocks the caller.
 *
 * <p>Errors: {@link BrokerUnavailableException} when the broker is away or the buffers are full (try again later; the
 * record may or may not have been written), {@link OversizedRecordException} when the record can never be sent.
 */
public interface RecordPublisher {

    Mono<Void> publish(OutgoingRecord record);

    /**
     * Writes all, in the given order within each key, and completes when all are acknowledged. On an error some may
     * have been written: send all again.
     */
    Mono<Void> publishAll(List<OutgoingRecord> records);
}
