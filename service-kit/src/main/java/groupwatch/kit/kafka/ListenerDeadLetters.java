package groupwatch.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import reactor.core.publisher.Mono;

/** Where a {@code @KafkaListener} sets aside the records that it can never handle. */
public final class ListenerDeadLetters {

    private final RecordPublisher publisher;
    private final Clock clock;

    ListenerDeadLetters(RecordPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Completes when the record's copy is acknowledged.
     *
     * @param group of the consumer
     * @param reason in words; names no message content
     */
    public Mono<Void> setAside(String group, ConsumerRecord<String, byte[]> record, String reason, Throwable error) {
        return publisher.publish(new DeadLetters(group, clock)
                .of(new RejectedRecord(
                        incoming(record), reason, error.getClass().getName())));
    }

    private static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new IncomingRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value() == null ? new byte[0] : record.value(),
                headers,
                Instant.ofEpochMilli(record.timestamp()));
    }
}
