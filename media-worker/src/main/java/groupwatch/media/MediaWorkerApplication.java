package groupwatch.media;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.service.AsksEvolution;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.ListensToTopics;
import groupwatch.kit.service.RunsJobs;
import groupwatch.kit.service.StoresObjects;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The media worker: messages in, their files into the object store, the media topic out, and the API that serves the files. */
@WebService
@SuiteSecured
@DatabaseBacked
@RunsJobs
@StoresObjects
@ListensToTopics
@AsksEvolution
@EnableScheduling
@Import(ApiJson.class)
@ConfigurationPropertiesScan
public class MediaWorkerApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args command-line properties, such as {@code --groupwatch.media.database.port=5432} */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("media", MediaWorkerApplication.class, args);
    }

    @Bean
    ServiceDatabase serviceDatabase(MediaWorkerProperties properties) {
        return new ServiceDatabase("media", properties.database(), "jobs");
    }
}
