package groupwatch.media.receive;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What this service reads, writes, and sets aside. */
@Configuration(proxyBeanMethods = false)
class ReceiveConfiguration {

    static final String GROUP = "media-worker";

    @Bean
    TopicSpecs topics() {
        TopicSpec messages = TopicSpec.published(Topics.MESSAGES).withMaxRecord(DataSize.ofMegabytes(16));
        return TopicSpecs.of(messages, messages.deadLetters(GROUP), TopicSpec.published(Topics.MEDIA));
    }
}
