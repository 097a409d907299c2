package groupwatch.summary.api;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may ask what: a scope for each path. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    SecurityWebFilterChain summaryDoor(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers(HttpMethod.GET, "/summaries/jobs", "/summaries/usage")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers(HttpMethod.POST, "/summaries/jobs/*/cancel", "/cron/*")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers(HttpMethod.GET, "/summaries/**", "/summaries")
                        .access(SuiteSecurity.scope(Scopes.SUMMARIES_READ))
                        .pathMatchers("/summaries/**", "/summarize/*")
                        .access(SuiteSecurity.scope(Scopes.SUMMARIES_WRITE))
                        .pathMatchers("/ask")
                        .access(SuiteSecurity.scope(Scopes.ASK)));
    }
}
