package groupwatch.simulator;

import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.ServiceAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The simulator. It has an HTTP side and nothing else: no Kafka, no problems (it answers with Evolution's errors), no suite security. */
@SpringBootConfiguration
@ComponentScan
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
    CodecsAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ReactorAutoConfiguration.class,
    ServiceAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebFluxAutoConfiguration.class
})
public class SimulatorApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** Starts the simulator with command-line properties, as {@code --server.port=8080}. */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("simulator", SimulatorApplication.class, args);
    }
}
