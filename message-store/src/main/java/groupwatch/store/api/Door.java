package groupwatch.store.api;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may ask what: a scope for each path. Raw events need one more, which the path alone does not tell. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    SecurityWebFilterChain storeDoor(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http,
                rules -> rules.pathMatchers(HttpMethod.PATCH, "/groups/*")
                        .access(SuiteSecurity.scope(Scopes.GROUPS_WRITE))
                        .pathMatchers(HttpMethod.POST, "/cron/*")
                        .access(SuiteSecurity.scope(Scopes.SUITE_WRITE))
                        .pathMatchers("/retention")
                        .access(SuiteSecurity.scope(Scopes.SUITE_READ))
                        .pathMatchers(
                                "/groups",
                                "/groups/*",
                                "/groups/*/participants",
                                "/groups/*/stats",
                                "/chats/*/stats",
                                "/accounts/*/chats",
                                "/contacts",
                                "/people/*")
                        .access(SuiteSecurity.scope(Scopes.GROUPS_READ))
                        .pathMatchers(
                                "/groups/*/messages/**",
                                "/groups/*/origins",
                                "/groups/*/export",
                                "/chats/*/messages/**",
                                "/chats/*/origins",
                                "/chats/*/export",
                                "/people/*/messages",
                                "/calls",
                                "/search/**",
                                "/messages/**")
                        .access(SuiteSecurity.scope(Scopes.MESSAGES_READ)));
    }
}
