package groupwatch.kit.kafka;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

/**
 * What {@code @KafkaListener}s run in. A listener returns a {@code Mono} that completes when the effect of its record is durable, in any
 * order; the offset before the oldest that is not is committed. It never fails: what it cannot do now it tries until it can.
 */
@AutoConfiguration(after = KafkaEdgeAutoConfiguration.class)
@EnableKafka
public class ListenerAutoConfiguration {

    /** Records in hand at most; the next are polled when all of them are done. */
    private static final int IN_HAND = 200;

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(KafkaClients clients) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(new Consumers(
                clients.consumer(BatchConsumerSettings.of("listener", "any").withMaxBatch(IN_HAND))));
        factory.getContainerProperties().setAckMode(AckMode.MANUAL);
        factory.getContainerProperties().setAsyncAcks(true);
        return factory;
    }

    @Bean
    ListenerDeadLetters listenerDeadLetters(RecordPublisher publisher, Clock clock) {
        return new ListenerDeadLetters(publisher, clock);
    }

    private static final class Consumers extends DefaultKafkaConsumerFactory<String, byte[]> {

        Consumers(Map<String, Object> properties) {
            super(properties, new StringDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        protected Consumer<String, byte[]> createRawConsumer(Map<String, Object> properties) {
            return new PatientConsumer<>(properties, getKeyDeserializer(), getValueDeserializer());
        }
    }
}
