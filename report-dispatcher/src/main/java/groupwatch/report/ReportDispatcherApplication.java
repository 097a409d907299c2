package groupwatch.report;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.RunsJobs;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The report dispatcher: reports that are due in, mails out, each once. */
@WebService
@SuiteSecured
@DatabaseBacked
@RunsJobs
@EnableScheduling
@Import(ApiJson.class)
@ConfigurationPropertiesScan
public class ReportDispatcherApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args command-line properties, such as {@code --groupwatch.report.database.port=5432} */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("report", ReportDispatcherApplication.class, args);
    }

    @Bean
    ServiceDatabase serviceDatabase(ReportProperties properties) {
        return new ServiceDatabase("report", properties.database(), "jobs");
    }

    @Bean
    SuiteSecret suiteSecret(KeySettings settings) {
        return settings.secret();
    }
}
