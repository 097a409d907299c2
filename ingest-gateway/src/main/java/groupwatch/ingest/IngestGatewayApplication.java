package groupwatch.ingest;

import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway. No {@code SuiteSecured}: a security chain was measured to halve what it takes in, and it has one door only. */
@WebService
@EnableConfigurationProperties(IngestSettings.class)
public class IngestGatewayApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** Starts the gateway with command-line properties, as {@code --server.port=8086}. */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("ingest", IngestGatewayApplication.class, args);
    }
}
