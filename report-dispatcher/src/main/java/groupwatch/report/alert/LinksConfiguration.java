package groupwatch.report.alert;

import groupwatch.events.Topics;
import groupwatch.kit.database.Poison;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read of links. */
@Configuration(proxyBeanMethods = false)
class LinksConfiguration {

    private static final String GROUP = "report-dispatcher-links";

    @Bean
    BatchConsumer linksConsumer(BatchConsumers consumers, LinksHandler handler) {
        return consumers.create(BatchConsumerSettings.of(GROUP, Topics.LINKS), handler, Poison::blames);
    }

    @Bean
    TopicSpecs linksTopics() {
        TopicSpec links = TopicSpec.compacted(Topics.LINKS);
        return TopicSpecs.of(links, links.deadLetters(GROUP));
    }
}
