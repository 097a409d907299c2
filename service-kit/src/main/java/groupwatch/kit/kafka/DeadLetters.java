package groupwatch.kit.kafka;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The dead-letter copy of a record: same key, same bytes, same headers, and besides why and from where. The topic is
 * {@code <topic>.<group>.dlt}.
 */
final class DeadLetters {

    static final String REASON = "groupwatch-dlt-reason";
    static final String TOPIC = "groupwatch-dlt-topic";
    static final String PARTITION = "groupwatch-dlt-partition";
    static final String OFFSET = "groupwatch-dlt-offset";
    static final String EXCEPTION = "groupwatch-dlt-exception";
    static final String AT = "groupwatch-dlt-at";

    /** A reason is for reading; a database's message can carry a whole statement. */
    private static final int LONGEST_REASON = 1000;

    private final String group;
    private final Clock clock;

    DeadLetters(String group, Clock clock) {
        this.group = group;
        this.clock = clock;
    }

    static String topic(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    OutgoingRecord of(RejectedRecord rejected) {
        IncomingRecord source = rejected.record();
        Map<String, String> headers = new HashMap<>(source.headers());
        headers.put(REASON, shortened(rejected.reason()));
        headers.put(TOPIC, source.topic());
        headers.put(PARTITION, String.valueOf(source.partition()));
        headers.put(OFFSET, String.valueOf(source.offset()));
        headers.put(AT, clock.instant().toString());
        if (rejected.exception() != null) {
            headers.put(EXCEPTION, rejected.exception());
        }
        return new OutgoingRecord(topic(source.topic(), group), source.key(), source.value(), headers);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
