package groupwatch.kit.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Creates the topics that are missing, in the background: a service starts while the broker is away, and they come with
 * it. What exists is left as it is, so that an operator's changes last.
 */
public final class TopicsSetup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicsSetup.class);

    private final BrokerAdmin admin;
    private final KafkaSettings settings;
    private final List<TopicSpec> topics;
    private final Function<String, Mono<Void>> prepare;
    private volatile Disposable work = Disposables.disposed();

    /** @param prepare what to do with each topic once it is there; its errors are no reason to do it again */
    TopicsSetup(
            BrokerAdmin admin, KafkaSettings settings, List<TopicSpec> topics, Function<String, Mono<Void>> prepare) {
        this.prepare = prepare;
        this.admin = admin;
        this.settings = settings;
        this.topics = topics;
    }

    @Override
    public void start() {
        work = created().then(prepared()).subscribe();
    }

    /** Completes when every topic exists; tries for ever. */
    Mono<Void> created() {
        return Flux.fromIterable(topics)
                .flatMapDelayError(this::create, 16, 16)
                .then()
                .retryWhen(RetryPolicy.DEFAULT.forEver().doBeforeRetry(this::report));
    }

    private void report(Retry.RetrySignal failed) {
        if (failed.totalRetries() == 0) {
            log.warn("The broker is away: topics are set up when it is there ({})", String.valueOf(failed.failure()));
        }
    }

    private Mono<Void> prepared() {
        return Flux.fromIterable(topics)
                .concatMap(topic -> prepare.apply(topic.name()).onErrorComplete())
                .then();
    }

    private Mono<Void> create(TopicSpec topic) {
        return admin.ask(broker -> broker.createTopics(List.of(newTopic(topic))).all())
                .onErrorComplete(TopicExistsException.class);
    }

    private NewTopic newTopic(TopicSpec topic) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaClients.maxRequest(topic.maxRecord())));
        if (topic.compacted()) {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(topic.retention().toMillis()));
        }
        int partitions = Optional.ofNullable(topic.partitions()).orElse(settings.partitions());
        return new NewTopic(topic.name(), partitions, settings.replication()).configs(configuration);
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }

    /** Before the consumers: they should find their topics. */
    @Override
    public int getPhase() {
        return 0;
    }
}
