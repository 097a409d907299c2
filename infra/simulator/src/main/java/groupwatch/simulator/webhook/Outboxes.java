package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/** Opens and closes outboxes. What is pending when the simulator stops is lost, as in Evolution. */
@Component
public class Outboxes implements SmartLifecycle {

    private final DeliverWebhook deliver;
    private final int pending;
    private final Map<Outbox, Disposable> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    Outboxes(DeliverWebhook deliver, SimulatorSettings settings) {
        this.deliver = deliver;
        this.pending = settings.webhooks().pending();
    }

    public Outbox open(Addressee addressee) {
        var outbox = new Outbox(addressee, deliver, pending);
        open.put(outbox, outbox.run().doFinally(ended -> open.remove(outbox)).subscribe());
        return outbox;
    }

    /** What was sent before still goes out. */
    public void close(Outbox outbox) {
        outbox.close();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values().forEach(Disposable::dispose);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
