package groupwatch.kit.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Placeholder, filled next. */
public final class PipelineMetrics {

    public PipelineMetrics(MeterRegistry registry) {}
}
