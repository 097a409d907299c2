package groupwatch.watchdog.groups;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that groups are published to. */
@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

    @Bean
    TopicSpecs groupTopics() {
        return TopicSpecs.of(TopicSpec.raw(Topics.RAW_GROUPS));
    }
}
