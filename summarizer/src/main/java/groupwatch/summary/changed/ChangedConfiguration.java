package groupwatch.summary.changed;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What this service reads, writes, and sets aside. */
@Configuration(proxyBeanMethods = false)
class ChangedConfiguration {

    static final String GROUP = "summarizer";
    static final String FILES = "summarizer-media";

    /** No error of the database is a record's fault: nothing of it but a name and a time is written. */
    @Bean
    BatchConsumer messagesConsumer(BatchConsumers consumers, ChangedDays days) {
        return consumers.create(BatchConsumerSettings.of(GROUP, Topics.MESSAGES), days, error -> false);
    }

    @Bean
    BatchConsumer filesConsumer(BatchConsumers consumers, HeardFiles files) {
        return consumers.create(BatchConsumerSettings.of(FILES, Topics.MEDIA), files, error -> false);
    }

    @Bean
    TopicSpecs topics() {
        TopicSpec messages = TopicSpec.published(Topics.MESSAGES).withMaxRecord(DataSize.ofMegabytes(16));
        TopicSpec files = TopicSpec.published(Topics.MEDIA);
        return TopicSpecs.of(
                messages,
                messages.deadLetters(GROUP),
                files,
                files.deadLetters(FILES),
                TopicSpec.published(Topics.SUMMARIES));
    }
}
