package groupwatch.report.announce;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic the service writes. */
@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    @Bean
    TopicSpecs topics() {
        return TopicSpecs.of(TopicSpec.published(Topics.REPORTS));
    }
}
