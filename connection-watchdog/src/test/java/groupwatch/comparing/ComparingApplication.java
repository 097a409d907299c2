package groupwatch.comparing;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.watchdog.WatchdogProperties;
import groupwatch.watchdog.account.Accounts;
import groupwatch.watchdog.link.Outages;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comparisons over HTTP behind the service's own door, on a real database; what is published goes to the stand-in for the store. */
@WebService
@SuiteSecured
@DatabaseBacked
@Import({ApiJson.class, Accounts.class, Outages.class})
@ComponentScan({
    "groupwatch.watchdog.resync",
    "groupwatch.watchdog.coverage",
    "groupwatch.watchdog.read",
    "groupwatch.watchdog.api"
})
@ConfigurationPropertiesScan({"groupwatch.watchdog.resync", "groupwatch.watchdog.coverage", "groupwatch.watchdog.read"})
@EnableConfigurationProperties(WatchdogProperties.class)
class ComparingApplication {

    @Bean
    Broker broker() {
        return new Broker();
    }

    @Bean
    @Primary
    RecordPublisher recordPublisher(Broker broker) {
        return new RecordPublisher() {
            @Override
            public Mono<Void> publish(OutgoingRecord record) {
                return broker.publish(record);
            }

            @Override
            public Mono<Void> publishAll(List<OutgoingRecord> records) {
                return Flux.fromIterable(records).concatMap(this::publish).then();
            }
        };
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    ServiceDatabase serviceDatabase(WatchdogProperties properties) {
        return new ServiceDatabase("watchdog", properties.database());
    }
}
