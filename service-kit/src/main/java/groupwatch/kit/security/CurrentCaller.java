package groupwatch.kit.security;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** The caller of the request at hand. */
public final class CurrentCaller {

    private CurrentCaller() {}

    /** Empty outside a request that came with a suite token. */
    public static Mono<Caller> get() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(CurrentCaller::of);
    }

    private static Caller of(JwtAuthenticationToken authentication) {
        return SuiteClaims.caller(authentication.getToken());
    }
}
