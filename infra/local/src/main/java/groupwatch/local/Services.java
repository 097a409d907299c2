package groupwatch.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The services' Spring contexts, side by side in this JVM. */
final class Services {

    private static final Logger log = LoggerFactory.getLogger(Services.class);

    private final Map<Service, ConfigurableApplicationContext> contexts = new EnumMap<>(Service.class);
    private boolean stopped;

    /** Starts one in the background, once what it waits for is there. */
    CompletableFuture<Void> start(Service service, String[] arguments, CompletableFuture<?> after, Executor executor) {
        return after.thenAcceptAsync(
                ready -> {
                    try {
                        add(service, service.run(arguments));
                    } catch (RuntimeException e) {
                        log.error("{} did not start", service.title(), e);
                        throw new CompletionException(e);
                    }
                },
                executor);
    }

    /** Starts one and waits for it. */
    void start(Service service, String[] arguments) {
        add(service, service.run(arguments));
    }

    /** One stopped, the others go on. */
    void stop(Service service) {
        var context = remove(service);
        if (context != null) {
            log.info("stopping {}", service.title());
            context.close();
        }
    }

    /** In the order of the flow: nothing new comes in while what is there drains. */
    void stopAll() {
        synchronized (contexts) {
            stopped = true;
        }
        for (var service : Service.values()) {
            stop(service);
        }
    }

    private void add(Service service, ConfigurableApplicationContext context) {
        synchronized (contexts) {
            if (!stopped) {
                contexts.put(service, context);
                return;
            }
        }
        context.close(); // stopped while it was starting
    }

    private @Nullable ConfigurableApplicationContext remove(Service service) {
        synchronized (contexts) {
            return contexts.remove(service);
        }
    }
}
