package groupwatch.media.api;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may ask what: a scope for each path. A signed link is its own ticket. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    SecurityWebFilterChain mediaDoor(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers("/media/link/*")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/media/jobs")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers(HttpMethod.POST, "/media/refetch", "/media/jobs/*/cancel", "/cron/*")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers(HttpMethod.DELETE, "/media/*")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers("/media/**")
                        .access(SuiteSecurity.scope(Scopes.MESSAGES_READ)));
    }
}
