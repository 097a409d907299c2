package groupwatch.simulator.instance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What goes on while nobody asks: stories, codes that change, receipts. Each has a name within its instance and ends with it. */
@Component
public class Background implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final Map<Key, Disposable> work = new ConcurrentHashMap<>();
    private volatile boolean running = true;

    private record Key(String instance, String name) {}

    /** Ends what ran under that name before. */
    public void start(Instance instance, String name, Publisher<?> task) {
        var key = new Key(instance.name(), name);
        end(key);
        work.values().removeIf(Disposable::isDisposed);
        if (!running) {
            return;
        }
        work.put(
                key,
                Flux.from(task)
                        .doOnError(error -> log.error("{} of {} ended", name, instance.name(), error))
                        .onErrorComplete()
                        .subscribe());
    }

    public boolean runs(Instance instance, String name) {
        var task = work.get(new Key(instance.name(), name));
        return task != null && !task.isDisposed();
    }

    public void end(Instance instance, String name) {
        end(new Key(instance.name(), name));
    }

    public void endAll(Instance instance) {
        work.keySet().stream()
                .filter(key -> key.instance().equals(instance.name()))
                .forEach(this::end);
    }

    private void end(Key key) {
        var task = work.remove(key);
        if (task != null) {
            task.dispose();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        work.keySet().forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
