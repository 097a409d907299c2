package groupwatch.simulator.instance;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.webhook.Letter;
import groupwatch.simulator.webhook.LetterWriter;
import groupwatch.simulator.webhook.Outboxes;
import groupwatch.simulator.webhook.WebhookTarget;
import groupwatch.simulator.wire.Event;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All instances, by name. */
@Component
public class Instances {

    private final Map<String, Instance> byName = new LinkedHashMap<>();
    private final Outboxes outboxes;
    private final LetterWriter letters;
    private final SimulatorSettings settings;
    private final Clock clock;

    Instances(Outboxes outboxes, LetterWriter letters, SimulatorSettings settings, Clock clock) {
        this.clock = clock;
        this.outboxes = outboxes;
        this.letters = letters;
        this.settings = settings;
    }

    /** Empty when the name is taken. */
    public synchronized Optional<Instance> create(
            Identity identity, InstanceSettings flags, @Nullable WebhookTarget webhook) {
        if (byName.containsKey(identity.name())) {
            return Optional.empty();
        }
        var instance = new Instance(identity, flags, webhook, settings.store());
        instance.outbox(outboxes.open(event -> letters(event, instance)));
        if (!identity.needsPairing()) {
            instance.link().open(webhook != null && webhook.base64());
        }
        byName.put(identity.name(), instance);
        return Optional.of(instance);
    }

    private List<Letter> letters(Event event, Instance instance) {
        var written = letters.letters(event, instance.teller(), instance.webhook());
        return written.isEmpty() || instance.sieve().passes(event, clock.instant()) ? written : List.of();
    }

    public synchronized Optional<Instance> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public synchronized Optional<Instance> withToken(String token) {
        return byName.values().stream()
                .filter(instance -> instance.identity().token().equals(token))
                .findFirst();
    }

    public synchronized List<Instance> all() {
        return List.copyOf(byName.values());
    }

    public synchronized void remove(Instance instance) {
        byName.remove(instance.name());
        outboxes.close(instance.outbox());
    }
}
