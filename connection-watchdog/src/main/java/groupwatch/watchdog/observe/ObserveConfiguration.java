package groupwatch.watchdog.observe;

import groupwatch.events.Topics;
import groupwatch.kit.database.Poison;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer of what gateways tell of links, and the topics of that. */
@Configuration(proxyBeanMethods = false)
class ObserveConfiguration {

    private static final String GROUP = "watchdog-links";

    @Bean
    BatchConsumer linksConsumer(BatchConsumers consumers, ObserveLinks observe) {
        return consumers.create(BatchConsumerSettings.of(GROUP, Topics.RAW_LINKS), observe, Poison::blames);
    }

    @Bean
    TopicSpecs linkTopics() {
        TopicSpec raw = TopicSpec.raw(Topics.RAW_LINKS);
        return TopicSpecs.of(raw, raw.deadLetters(GROUP), TopicSpec.compacted(Topics.LINKS));
    }
}
