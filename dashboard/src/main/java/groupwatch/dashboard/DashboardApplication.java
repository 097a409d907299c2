package groupwatch.dashboard;

import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.WebService;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The edge. No {@code SuiteSecured}: it is where suite tokens are made, not where they are asked for. */
@WebService
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SecuritySettings.class)
public class DashboardApplication {

    /** What callers are known by behind the edge. */
    @Bean
    SuiteTokens suiteTokens(SecuritySettings settings) {
        return new SuiteTokens(settings, Clock.systemUTC());
    }

    public static void main(String[] args) {
        run(args);
    }

    /** Starts the edge with command-line properties, as {@code --server.port=8082}. */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("dashboard", DashboardApplication.class, args);
    }
}
