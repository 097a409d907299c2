package groupwatch.summary;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
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

/** The summarizer: messages in, summaries with citations out, and questions answered. */
@WebService
@SuiteSecured
@DatabaseBacked
@RunsJobs
@EnableScheduling
@Import(ApiJson.class)
@ConfigurationPropertiesScan
public class SummarizerApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args command-line properties, such as {@code --groupwatch.summary.database.port=5432} */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("summary", SummarizerApplication.class, args);
    }

    @Bean
    ServiceDatabase serviceDatabase(SummarizerProperties properties) {
        return new ServiceDatabase("summary", properties.database(), "jobs");
    }
}
