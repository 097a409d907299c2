package groupwatch.kit.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service, alone or beside others in one JVM: its settings come from {@code groupwatch-<name>.yml} only, it has its own
 * event loops, meters and clients, and stopping it leaves the others alone.
 *
 * <p>Logging is set up here unless the JVM was started with {@code -Dorg.springframework.boot.logging.LoggingSystem=none}: then
 * whoever started it has done so.
 */
public final class GroupwatchService {

    private GroupwatchService() {}

    /**
     * @param name of the service, as in {@code groupwatch-<name>.yml}
     * @param application its configuration class, annotated with {@link WebService}
     * @param args command-line properties ({@code --server.port=0}); they win over file and environment
     */
    public static ConfigurableApplicationContext run(String name, Class<?> application, String... args) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .properties(defaults(name))
                .run(args);
    }

    /** Weaker than the service's own file. */
    private static Map<String, Object> defaults(String name) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.application.name", name);
        defaults.put("spring.config.name", "groupwatch-" + name);
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        defaults.put("spring.web.resources.add-mappings", "false");
        defaults.put("server.address", "127.0.0.1");
        defaults.put("server.shutdown", "graceful");
        defaults.put("logging.config", "classpath:groupwatch-logback.xml");
        defaults.put("management.endpoint.health.probes.enabled", "true");
        defaults.put("management.endpoint.health.show-components", "always");
        defaults.put("management.endpoints.web.exposure.include", "health,prometheus");
        defaults.put("management.metrics.use-global-registry", "false");
        // each request would be put into a sorted set and taken out again, for a gauge nobody looks at
        defaults.put("management.metrics.observations.ignored-meters", "long-task-timer");
        // the trace context of W3C, which the records carry too; other headers need not be looked for in each request
        defaults.put("management.tracing.propagation.type", "W3C");
        defaults.put("management.tracing.baggage.enabled", "false");
        return defaults;
    }
}
