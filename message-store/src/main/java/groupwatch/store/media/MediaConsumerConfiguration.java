package groupwatch.store.media;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import groupwatch.store.receive.Failures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer of what became of files. */
@Configuration(proxyBeanMethods = false)
class MediaConsumerConfiguration {

    static final String GROUP = "message-store-media";

    @Bean
    BatchConsumer mediaConsumer(BatchConsumers consumers, StoreMedia store) {
        return consumers.create(BatchConsumerSettings.of(GROUP, Topics.MEDIA), store, Failures::isPoison);
    }

    @Bean
    TopicSpecs mediaTopics() {
        TopicSpec media = TopicSpec.published(Topics.MEDIA);
        return TopicSpecs.of(media, media.deadLetters(GROUP));
    }
}
