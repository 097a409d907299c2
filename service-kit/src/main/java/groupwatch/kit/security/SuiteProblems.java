package groupwatch.kit.security;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is turned away hears it as a problem: 401 with a challenge, 403 without a word about what is behind the door. */
final class SuiteProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemWriter writer;

    SuiteProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        boolean wrong = error instanceof OAuth2AuthenticationException;
        return writer.write(
                exchange,
                new ProblemException(
                                HttpStatus.UNAUTHORIZED,
                                "unauthorized",
                                wrong ? "The token is not valid, or no longer." : "This needs a token.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, wrong ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return writer.write(
                exchange,
                new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "The token does not grant this.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""));
    }
}
