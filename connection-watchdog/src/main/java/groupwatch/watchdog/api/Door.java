package groupwatch.watchdog.api;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may ask what: a scope for each path. A code to link an account with is full access to it, so it takes more than to read. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    SecurityWebFilterChain watchdogDoor(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers("/accounts/*/qrcode/**", "/accounts/*/pairing-code", "/connection/qrcode")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers(
                                HttpMethod.GET,
                                "/accounts",
                                "/accounts/**",
                                "/connection/status",
                                "/status",
                                "/groups/sync",
                                "/coverage")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers("/accounts", "/accounts/**", "/connection/**", "/groups/sync")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE)));
    }
}
