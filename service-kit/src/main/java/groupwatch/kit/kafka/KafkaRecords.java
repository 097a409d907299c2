package groupwatch.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import groupwatch.kit.tracing.KafkaTracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The kit's records as Kafka's, and back. */
final class KafkaRecords {

    private static final byte[] NOTHING = {};

    private KafkaRecords() {}

    static List<ProducerRecord<String, byte[]>> outgoing(List<OutgoingRecord> records, @Nullable String traceparent) {
        List<ProducerRecord<String, byte[]>> outgoing = new ArrayList<>(records.size());
        for (OutgoingRecord record : records) {
            outgoing.add(outgoing(record, traceparent));
        }
        return outgoing;
    }

    private static ProducerRecord<String, byte[]> outgoing(OutgoingRecord record, @Nullable String traceparent) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        if (traceparent != null && !record.headers().containsKey(KafkaTracing.TRACEPARENT)) {
            headers.add(KafkaTracing.TRACEPARENT, traceparent.getBytes(UTF_8));
        }
        return new ProducerRecord<>(
                record.topic(), null, null, record.key(), record.isTombstone() ? null : record.value(), headers);
    }

    static IncomingRecord incoming(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        return new IncomingRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                value == null ? NOTHING : value,
                headers(record.headers()),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> read = new HashMap<>();
        for (Header header : headers) {
            read.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return read;
    }
}
