package groupwatch.store.message;

import groupwatch.kit.kafka.IncomingRecord;

/** The record that told something: the same record read again is the same source. */
record Source(String topic, int partition, long offset) {

    static Source of(IncomingRecord record) {
        return new Source(record.topic(), record.partition(), record.offset());
    }
}
