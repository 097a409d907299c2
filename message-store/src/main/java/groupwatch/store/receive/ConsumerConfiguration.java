package groupwatch.store.receive;

import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchConsumer;
import groupwatch.kit.kafka.BatchConsumerSettings;
import groupwatch.kit.kafka.BatchConsumers;
import groupwatch.kit.kafka.TopicSpec;
import groupwatch.kit.kafka.TopicSpecs;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.store.MessageStoreProperties;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The two consumers, which do the same: one for what happens now, a throttled one for the past. */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

    static final String GROUP = "message-store";
    static final String HISTORY_GROUP = "message-store-history";

    private static final List<String> LIVE =
            List.of(Topics.RAW_MESSAGES, Topics.RAW_GROUPS, Topics.RAW_LINKS, Topics.RAW_OTHER);

    /** A chunk of history is hundreds of messages, so a batch has few of them. */
    private static final int HISTORY_BATCH = 20;

    private static final DataSize HISTORY_BYTES = DataSize.ofMegabytes(1);

    /** A large history is hundreds of batches, with pauses. */
    private static final Duration LONGEST_HISTORY = Duration.ofMinutes(30);

    private static final int BODIES_AT_ONCE = 3;
    private static final int BODIES_WAITING = 16;

    /** Reads bodies out of the object store; its threads may block. */
    @Bean(destroyMethod = "dispose")
    Scheduler bodyReaders() {
        return Schedulers.newBoundedElastic(BODIES_AT_ONCE, BODIES_WAITING, "store-bodies");
    }

    @Bean
    WholeBodies wholeBodies(StoreBatch store, ObjectStore objects, Scheduler bodyReaders) {
        return new WholeBodies(store, objects, bodyReaders);
    }

    @Bean
    BatchConsumer messageConsumer(BatchConsumers consumers, WholeBodies store, MessageStoreProperties properties) {
        return consumers.create(
                BatchConsumerSettings.of(GROUP, LIVE.toArray(String[]::new)).withMaxBatch(properties.batch()),
                new SideBySide(store),
                Failures::isPoison);
    }

    @Bean
    BatchConsumer historyConsumer(
            BatchConsumers consumers,
            StoreBatch store,
            ObjectStore objects,
            Scheduler bodyReaders,
            MessageStoreProperties properties) {
        return consumers.create(
                BatchConsumerSettings.of(HISTORY_GROUP, Topics.RAW_HISTORY)
                        .withMaxBatch(HISTORY_BATCH)
                        .withMaxBatchBytes(HISTORY_BYTES)
                        .withMinInterval(properties.history().interval())
                        .withHandleTimeout(LONGEST_HISTORY),
                new WholeBodies(new ShortSteps(store), objects, bodyReaders),
                Failures::isPoison);
    }

    /** What this service reads, writes, and sets aside. A message is as large as what it was made from. */
    @Bean
    TopicSpecs topics() {
        Stream<TopicSpec> live =
                LIVE.stream().map(TopicSpec::raw).flatMap(topic -> Stream.of(topic, topic.deadLetters(GROUP)));
        TopicSpec history = TopicSpec.raw(Topics.RAW_HISTORY);
        Stream<TopicSpec> others = Stream.of(
                history,
                history.deadLetters(HISTORY_GROUP),
                TopicSpec.published(Topics.MESSAGES).withMaxRecord(DataSize.ofMegabytes(16)),
                TopicSpec.compacted(Topics.GROUPS).withMaxRecord(DataSize.ofMegabytes(16)));
        return new TopicSpecs(Stream.concat(live, others).toList());
    }
}
