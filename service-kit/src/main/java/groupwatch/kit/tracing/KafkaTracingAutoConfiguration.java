package groupwatch.kit.tracing;

import io.micrometer.tracing.Tracer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Traces go on over the broker when the service traces at all. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
public class KafkaTracingAutoConfiguration {

    @Bean
    @ConditionalOnBean(Tracer.class)
    KafkaTracing kafkaTracing(Tracer tracer) {
        return new MicrometerKafkaTracing(tracer);
    }
}
