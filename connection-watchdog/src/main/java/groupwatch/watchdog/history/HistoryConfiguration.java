package groupwatch.watchdog.history;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The consumer that counts the past. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    static final String GROUP = "watchdog-history";

    /** A chunk is hundreds of messages. */
    private static final int BATCH = 50;

    private static final DataSize BYTES = DataSize.ofMegabytes(4);
    private static final int WAITING = 16;

    /** One: a flood must not take the processor from what is live. */
    @Bean(destroyMethod = "dispose")
    Scheduler historyReaders() {
        return Schedulers.newBoundedElastic(1, WAITING, "history-readers");
    }

    @Bean
    BatchConsumer historyProgressConsumer(BatchConsumers consumers, Chunks chunks, Scheduler historyReaders) {
        return consumers.create(
                BatchConsumerSettings.of(GROUP, Topics.RAW_HISTORY)
                        .withMaxBatch(BATCH)
                        .withMaxBatchBytes(BYTES),
                new CountHistory(chunks, historyReaders),
                // what cannot be read is a chunk that cannot be counted
                error -> false);
    }

    @Bean
    TopicSpecs historyTopics() {
        return TopicSpecs.of(TopicSpec.raw(Topics.RAW_HISTORY));
    }
}
