package groupwatch.dashboard.access;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/** The caller of a request, as the door has found out. */
public final class EdgeCaller {

    static final String ATTRIBUTE = EdgeCaller.class.getName();

    private EdgeCaller() {}

    /** Absent where the door lets people in without a token. */
    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /**
     * @param scope absent: any token will do
     * @return the caller
     * @throws ProblemException 403 that names the scope they lack
     */
    public static Caller with(@Nullable String scope, ServerWebExchange exchange) {
        Caller caller = of(exchange);
        if (caller == null) {
            throw new IllegalStateException("The door lets nobody in here without a token");
        }
        return scope == null ? caller : require(caller, scope);
    }

    static Caller require(Caller caller, String scope) {
        if (!caller.has(scope)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "missing-scope", "This needs the scope " + scope + ".")
                    .with("scope", scope);
        }
        return caller;
    }
}
