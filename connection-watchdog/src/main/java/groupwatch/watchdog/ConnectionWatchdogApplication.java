package groupwatch.watchdog;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.service.AsksEvolution;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The connection watchdog: keeps each link alive, and proves that nothing is missing. */
@WebService
@SuiteSecured
@DatabaseBacked
@AsksEvolution
@Import(ApiJson.class)
@ConfigurationPropertiesScan
public class ConnectionWatchdogApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args command-line properties, such as {@code --groupwatch.watchdog.database.port=5432} */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("watchdog", ConnectionWatchdogApplication.class, args);
    }

    @Bean
    ServiceDatabase serviceDatabase(WatchdogProperties properties) {
        return new ServiceDatabase("watchdog", properties.database());
    }

    @Bean
    SuiteSecret suiteSecret(KeySettings settings) {
        return settings.secret();
    }
}
