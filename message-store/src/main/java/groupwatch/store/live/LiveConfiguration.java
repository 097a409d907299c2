package groupwatch.store.live;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.TopicTail;
import groupwatch.kit.kafka.TopicTails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tail of the messages topic, one for all streams of this replica. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    TopicTail messagesTail(TopicTails tails) {
        return tails.of(Topics.MESSAGES);
    }
}
