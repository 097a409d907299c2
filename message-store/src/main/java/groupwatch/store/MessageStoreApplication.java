package groupwatch.store;

import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.StoresObjects;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The message store: raw topics in, rows and the messages topic out, and the API that reads them. */
@WebService
@SuiteSecured
@DatabaseBacked
@StoresObjects
@EnableScheduling
@ConfigurationPropertiesScan
public class MessageStoreApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args command-line properties, such as {@code --groupwatch.store.database.port=5432} */
    public static ConfigurableApplicationContext run(String... args) {
        return GroupwatchService.run("store", MessageStoreApplication.class, args);
    }

    @Bean
    ServiceDatabase serviceDatabase(MessageStoreProperties properties) {
        return new ServiceDatabase("store", properties.database());
    }
}
