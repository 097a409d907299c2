package groupwatch.report.api;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may ask what: a scope for each path. Only the page behind the link of a mail takes no token; the link is one. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    SecurityWebFilterChain reportDoor(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers("/unsubscribe/*")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/settings/**")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers("/settings/**", "/cron/*")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers(HttpMethod.GET, "/reports/**", "/reports")
                        .access(SuiteSecurity.scope(Scopes.REPORTS_READ))
                        .pathMatchers("/reports/**", "/reports")
                        .access(SuiteSecurity.scope(Scopes.REPORTS_WRITE)));
    }
}
