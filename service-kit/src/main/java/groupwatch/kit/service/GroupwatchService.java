package groupwatch.kit.service;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service, alone or beside others in one JVM: its settings come from {@code groupwatch-<name>.yml} only, it has its
 * own event loops, meters and clients, and stopping it leaves the others alone.
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
                .properties("spring.config.name=groupwatch-" + name, "spring.application.name=" + name)
                .run(args);
    }
}
