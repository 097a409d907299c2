package groupwatch.planning;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.report.KeySettings;
import groupwatch.report.PublicUrl;
import groupwatch.report.ReportProperties;
import groupwatch.report.plan.LastRun;
import groupwatch.report.plan.LastRuns;
import groupwatch.report.search.CheckSearch;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** Plans and the page over HTTP behind the service's own door, on a real database. */
@WebService
@SuiteSecured
@DatabaseBacked
@Import(ApiJson.class)
@ComponentScan({"groupwatch.report.plan", "groupwatch.report.unsubscribe", "groupwatch.report.api"})
@ConfigurationPropertiesScan("groupwatch.report.plan")
@EnableConfigurationProperties({ReportProperties.class, KeySettings.class, PublicUrl.class})
class PlanningApplication {

    /** What was run, as far as a test says. */
    record Ran(Map<UUID, LastRun> runs) {}

    @Bean
    Ran ran() {
        return new Ran(new ConcurrentHashMap<>());
    }

    @Bean
    LastRuns lastRuns(Ran ran) {
        return ids -> Mono.just(Map.copyOf(ran.runs()));
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    /** Understands all but one query, and cannot tell of another. */
    @Bean
    CheckSearch checkSearch() {
        return query -> switch (query) {
            case "\"open" -> Mono.just("A quotation mark is not closed.");
            case "store away" -> Mono.error(new ServiceUnavailableException("the message store", null));
            default -> Mono.empty();
        };
    }

    @Bean
    ServiceDatabase serviceDatabase(ReportProperties properties) {
        return new ServiceDatabase("report", properties.database());
    }

    @Bean
    SuiteSecret suiteSecret(KeySettings settings) {
        return settings.secret();
    }
}
