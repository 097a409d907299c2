package groupwatch.kit.kafka;

import org.springframework.context.SmartLifecycle;

/**
 * Reads records in batches, has them handled, and commits after the effect. Made by {@link BatchConsumers}; a bean of
 * this type starts and stops with the service.
 */
public final class BatchConsumer implements SmartLifecycle {

    BatchConsumer() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
