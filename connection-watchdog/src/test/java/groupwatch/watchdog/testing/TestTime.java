package groupwatch.watchdog.testing;

import groupwatch.kit.testing.SettableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tests change in the service: time passes as they say. */
@Configuration(proxyBeanMethods = false)
class TestTime {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }
}
