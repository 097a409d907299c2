package groupwatch.kit.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.scheduler.Schedulers;

/**
 * The threads that hand records to the producer, one a topic: {@code KafkaProducer.send} blocks while the broker or the topic
 * is away and compresses in the caller's thread, so one topic's trouble or 16 MB record must not hold up the others.
 */
final class SendLanes {

    /** Sends waiting a topic; above, callers are refused. */
    private static final int QUEUE = 4096;

    private static final int IDLE_SECONDS = 60;

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /** @throws RejectedExecutionException when the lane is full or closed */
    void run(String topic, Runnable send) {
        lanes.computeIfAbsent(topic, SendLanes::lane).execute(send);
    }

    private static Lane lane(String topic) {
        return new Lane(Schedulers.newBoundedElastic(1, QUEUE, "send-" + topic, IDLE_SECONDS, true), QUEUE);
    }

    void close() {
        lanes.values().forEach(Lane::close);
    }
}
