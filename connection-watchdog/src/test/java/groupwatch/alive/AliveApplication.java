package groupwatch.alive;

import groupwatch.events.link.Link;
import groupwatch.kit.api.ApiJson;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import groupwatch.kit.service.DatabaseBacked;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.watchdog.WatchdogProperties;
import groupwatch.watchdog.link.LinkReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The parts under test, on a real database and a real broker. */
@WebService
@SuiteSecured
@DatabaseBacked
@Import({
    ApiJson.class,
    groupwatch.watchdog.account.Accounts.class,
    groupwatch.watchdog.order.Orders.class,
    groupwatch.watchdog.order.Audit.class
})
@ComponentScan({"groupwatch.watchdog.liveness", "groupwatch.watchdog.history", "groupwatch.watchdog.code"})
@ConfigurationPropertiesScan({"groupwatch.watchdog.liveness", "groupwatch.watchdog.code"})
@EnableConfigurationProperties(WatchdogProperties.class)
class AliveApplication {

    /** How accounts are linked, as a test says. */
    record Links(Map<String, Link> byAccount) implements LinkReader {

        @Override
        public Mono<Link> find(String account) {
            return Mono.justOrEmpty(byAccount.get(account));
        }

        @Override
        public Flux<Link> all() {
            return Flux.fromIterable(byAccount.values());
        }
    }

    @Bean
    Links links() {
        return new Links(new ConcurrentHashMap<>());
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    SuiteSecret suiteSecret() {
        return new SuiteSecret("watchdog", new byte[32]);
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers("/accounts/*/history")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers("/**")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE)));
    }

    @Bean
    ServiceDatabase serviceDatabase(WatchdogProperties properties) {
        return new ServiceDatabase("watchdog", properties.database());
    }
}
