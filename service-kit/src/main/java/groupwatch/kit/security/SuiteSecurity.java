package groupwatch.kit.security;

import org.springframework.security.authorization.AuthorityReactiveAuthorizationManager;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import reactor.core.publisher.Flux;

/**
 * The door of a service: only the suite's tokens open it. What needs which scope is the service's own word:
 *
 * <pre>{@code
 * @Bean
 * SecurityWebFilterChain door(ServerHttpSecurity http, SuiteSecurity security) {
 *     return security.chain(http, rules -> rules
 *             .pathMatchers(GET, "/groups/**").access(SuiteSecurity.scope(Scopes.GROUPS_READ)));
 * }
 * }</pre>
 *
 * Health and metrics are open (they listen inside); everything the rules do not name needs a token.
 */
public final class SuiteSecurity {

    /** Paths that answer without a token. */
    static final String[] OPEN = {"/health", "/metrics", "/actuator/health/**", "/actuator/prometheus"};

    private final ReactiveJwtDecoder decoder;
    private final ServerAuthenticationEntryPoint unauthenticated;
    private final ServerAccessDeniedHandler forbidden;

    SuiteSecurity(
            ReactiveJwtDecoder decoder,
            ServerAuthenticationEntryPoint unauthenticated,
            ServerAccessDeniedHandler forbidden) {
        this.decoder = decoder;
        this.unauthenticated = unauthenticated;
        this.forbidden = forbidden;
    }

    /** Grants to callers with this scope, or with all scopes. */
    public static ReactiveAuthorizationManager<AuthorizationContext> scope(String scope) {
        return AuthorityReactiveAuthorizationManager.hasAnyAuthority(
                Scopes.authority(scope), Scopes.authority(Scopes.ALL));
    }

    /** The chain of a service with its own rules; they are asked in order, the first match decides. */
    public SecurityWebFilterChain chain(ServerHttpSecurity http, Customizer<AuthorizeExchangeSpec> rules) {
        return http.csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges.pathMatchers(OPEN).permitAll())
                .authorizeExchange(rules)
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(scopesAsAuthorities()))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    private static ReactiveJwtAuthenticationConverter scopesAsAuthorities() {
        ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SuiteSecurity::authorities);
        return converter;
    }

    private static Flux<GrantedAuthority> authorities(Jwt token) {
        return Flux.fromIterable(SuiteClaims.scopes(token))
                .map(scope -> new SimpleGrantedAuthority(Scopes.authority(scope)));
    }
}
