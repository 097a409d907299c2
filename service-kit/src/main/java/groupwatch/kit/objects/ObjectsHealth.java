package groupwatch.kit.objects;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Whether the object store answers and has room. */
class ObjectsHealth extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectStore objects;

    ObjectsHealth(ObjectStore objects) {
        super("The object store does not answer");
        this.objects = objects;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return objects.check().timeout(PATIENCE).thenReturn(builder.up().build());
    }
}
