package groupwatch.dashboard;

import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The edge. No {@code SuiteSecured}: it is where suite tokens are made, not where they are asked for. */
@WebService
@ConfigurationPropertiesScan
public class DashboardApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** Starts the edge with command-line properties, as {@code --server.port=8082}. */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("dashboard", DashboardApplication.class, args);
    }
}
