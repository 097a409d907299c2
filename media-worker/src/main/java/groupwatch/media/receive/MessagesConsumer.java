package groupwatch.media.receive;

import groupwatch.events.EventCodec;
import groupwatch.events.PublishedEvent;
import groupwatch.events.Topics;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.message.MessageStored;
import groupwatch.kit.kafka.ListenerDeadLetters;
import groupwatch.media.MediaMetrics;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Reads the messages topic. The offset is committed when the jobs are; what cannot be recorded now is tried until it can. */
@Component
class MessagesConsumer {

    private static final Logger log = LoggerFactory.getLogger(MessagesConsumer.class);

    private static final Retry UNTIL_IT_IS = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
            .maxBackoff(Duration.ofSeconds(10))
            .doBeforeRetry(retry -> log.warn(
                    "A file's job cannot be recorded yet: {}", retry.failure().toString()));

    private final RecordMedia media;
    private final ListenerDeadLetters deadLetters;
    private final MediaMetrics metrics;

    MessagesConsumer(RecordMedia media, ListenerDeadLetters deadLetters, MediaMetrics metrics) {
        this.media = media;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @KafkaListener(topics = Topics.MESSAGES, groupId = ReceiveConfiguration.GROUP)
    Mono<Void> receive(ConsumerRecord<String, byte[]> record) {
        return Mono.defer(() -> handled(record))
                .retryWhen(UNTIL_IT_IS)
                .doOnNext(metrics::told)
                .then();
    }

    private Mono<String> handled(ConsumerRecord<String, byte[]> record) {
        PublishedEvent event;
        try {
            event = EventCodec.read(record.value());
        } catch (UnreadableEventException error) {
            return deadLetters
                    .setAside(ReceiveConfiguration.GROUP, record, "no event of this version", error)
                    .thenReturn("rejected");
        }
        return event instanceof MessageStored stored ? media.record(stored.message()) : Mono.just("ignored");
    }
}
