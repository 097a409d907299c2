package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the consumers run and get on. One that has tried the same batch for a minute is stuck, whatever the cause. */
final class ConsumersHealth implements HealthIndicator {

    static final Duration STUCK = Duration.ofMinutes(1);

    private final Supplier<Stream<BatchConsumer>> consumers;

    ConsumersHealth(Supplier<Stream<BatchConsumer>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        List<BatchConsumer> all = consumers.get().toList();
        Map<String, String> states = new LinkedHashMap<>();
        all.forEach(consumer -> states.put(consumer.name(), state(consumer)));
        boolean well = states.values().stream().allMatch("running"::equals);
        return (well ? Health.up() : Health.down()).withDetails(states).build();
    }

    private static String state(BatchConsumer consumer) {
        if (!consumer.isRunning()) {
            return "stopped";
        }
        return consumer.progress().inHand().compareTo(STUCK) > 0 ? "stuck" : "running";
    }
}
