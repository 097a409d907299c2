package groupwatch.kit.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The well-known names {@code /health} and {@code /metrics} beside the actuator's own; a service may bring its own instead. */
@AutoConfiguration(after = {HealthEndpointAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class})
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class ServiceHealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(ReactiveHealthEndpointWebExtension.class)
    @ConditionalOnProperty(name = "groupwatch.health.enabled", matchIfMissing = true)
    ServiceHealthController serviceHealthController(ReactiveHealthEndpointWebExtension health) {
        return new ServiceHealthController(health);
    }

    @Bean
    @ConditionalOnBean(PrometheusMeterRegistry.class)
    MetricsController metricsController(PrometheusMeterRegistry registry) {
        return new MetricsController(registry);
    }
}
