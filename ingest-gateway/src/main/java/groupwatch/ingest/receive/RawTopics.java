package groupwatch.ingest.receive;

import groupwatch.events.Topics;
import groupwatch.ingest.IngestSettings;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics the gateway writes. */
@Configuration(proxyBeanMethods = false)
class RawTopics {

    @Bean
    TopicSpecs topics(IngestSettings settings) {
        return TopicSpecs.of(Stream.of(
                        Topics.RAW_MESSAGES,
                        Topics.RAW_HISTORY,
                        Topics.RAW_GROUPS,
                        Topics.RAW_LINKS,
                        Topics.RAW_OTHER,
                        Topics.RAW_QUARANTINE)
                .map(topic -> TopicSpec.raw(topic).withMaxRecord(settings.topicRecord()))
                .toArray(TopicSpec[]::new));
    }
}
