package groupwatch.watchdog.liveness;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.unit.DataSize;

/** The consumer that listens. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LivenessConfiguration {

    static final String GROUP = "watchdog-liveness";

    static final Set<String> TOPICS =
            Set.of(Topics.RAW_MESSAGES, Topics.RAW_GROUPS, Topics.RAW_HISTORY, Topics.RAW_OTHER);

    /** Much in one statement, seldom: a second more or less is no matter, and bodies are thrown away as they come. */
    private static final int BATCH = 2_000;

    private static final DataSize BYTES = DataSize.ofMegabytes(4);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    @Bean
    BatchConsumer livenessConsumer(BatchConsumers consumers, Heard heard, Clock clock) {
        return consumers.create(
                BatchConsumerSettings.of(GROUP, TOPICS.toArray(String[]::new))
                        .withMaxBatch(BATCH)
                        .withMaxBatchBytes(BYTES)
                        .withMinInterval(INTERVAL),
                new CountHeard(heard, clock),
                // no record can be to blame: a header says something or it does not
                error -> false);
    }

    @Bean
    TopicSpecs livenessTopics() {
        return new TopicSpecs(Stream.of(Topics.RAW_MESSAGES, Topics.RAW_GROUPS, Topics.RAW_HISTORY, Topics.RAW_OTHER)
                .map(TopicSpec::raw)
                .toList());
    }
}
