package groupwatch.ingest;

import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.StoresObjects;
import groupwatch.kit.service.WebService;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The gateway. No {@code SuiteSecured}: a security chain was measured to halve what it takes in, and it has one door only. */
@WebService
@StoresObjects
@EnableConfigurationProperties(IngestSettings.class)
public class IngestGatewayApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        run(args);
    }

    /** Starts the gateway with command-line properties, as {@code --server.port=8086}. */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("ingest", IngestGatewayApplication.class, args);
    }
}
