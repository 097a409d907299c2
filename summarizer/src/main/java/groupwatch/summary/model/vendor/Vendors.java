package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The vendor that is configured, and the threads it blocks. */
@Component
public class Vendors implements DisposableBean {

    /** Ours ends a call before the client's own limit does. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int SECONDS_IDLE = 60;

    private final Scheduler threads;
    private final Optional<Vendor> vendor;

    Vendors(ModelSettings settings, ReactorResourceFactory resources, Clock clock) {
        // one for each call and one to end it
        this.threads = Schedulers.newBoundedElastic(
                2 * settings.concurrency(),
                4 * settings.concurrency(),
                Thread.ofVirtual().name("language-model-", 1).factory(),
                SECONDS_IDLE);
        this.vendor = settings.provider() == Provider.EXTRACTIVE
                ? Optional.empty()
                : Optional.of(vendor(settings, resources, clock));
    }

    private Vendor vendor(ModelSettings settings, ReactorResourceFactory resources, Clock clock) {
        String key = VendorKey.of(settings);
        Duration limit = settings.timeLimit().plus(GRACE);
        Trouble trouble = new Trouble(settings.provider().word(), clock);
        return switch (settings.provider()) {
            case ANTHROPIC ->
                new OwnThreads(new AnthropicVendor(settings, Objects.requireNonNull(key), limit, trouble), threads);
            case OPENAI -> new OwnThreads(new OpenAiVendor(settings, key, limit, trouble), threads);
            case OLLAMA -> new OllamaVendor(settings, key, resources, trouble);
            case EXTRACTIVE -> throw new IllegalStateException("no vendor");
        };
    }

    /** Empty where no model is configured. */
    public Optional<Vendor> vendor() {
        return vendor;
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
