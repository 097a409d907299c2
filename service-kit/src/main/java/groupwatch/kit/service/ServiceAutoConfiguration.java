package groupwatch.kit.service;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** What each service has of its own although it may share the JVM. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration")
public class ServiceAutoConfiguration {

    /** Event loops of its own: closing one context would close the port of another otherwise. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // the web server has drained its requests by then
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    /** Where time comes from. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
