package groupwatch.kit.kafka;

import java.time.Duration;

/** Makes the tails of a service. */
public final class TopicTails {

    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(10);

    private final TailClients clients;

    TopicTails(KafkaClients clients) {
        this(new TailClients(clients::tail, LOOK_FOR_PARTITIONS));
    }

    TopicTails(TailClients clients) {
        this.clients = clients;
    }

    /** A tail that nobody follows yet. */
    public TopicTail of(String topic) {
        return new TopicTail(topic, clients);
    }
}
