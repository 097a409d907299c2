package groupwatch.kit.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the broker answers. */
final class BrokerHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BrokerAdmin admin;

    BrokerHealth(BrokerAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Mono<Health> health() {
        return admin.ask((Admin broker) -> broker.describeCluster().nodes())
                .timeout(PATIENCE)
                .map(nodes -> Health.up().withDetail("nodes", nodes.size()).build())
                .onErrorResume(error -> Mono.just(Health.down()
                        .withDetail("reason", "The broker does not answer.")
                        .build()));
    }
}
