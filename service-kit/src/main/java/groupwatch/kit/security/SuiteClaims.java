package groupwatch.kit.security;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** A {@link Caller} as claims of a JWT, and back. */
final class SuiteClaims {

    static final String ISSUER = "groupwatch";
    private static final String SCOPE = "scope";
    private static final String GROUPS = "groups";

    private SuiteClaims() {}

    static JwtClaimsSet.Builder claims(Caller caller) {
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(caller.subject())
                .claim(SCOPE, String.join(" ", new TreeSet<>(caller.scopes())));
        if (caller.groups() != null) {
            claims.claim(GROUPS, List.copyOf(caller.groups()));
        }
        return claims;
    }

    static Caller caller(Jwt token) {
        List<String> groups = token.getClaimAsStringList(GROUPS);
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), ""),
                scopes(token),
                groups == null ? null : Set.copyOf(groups));
    }

    static Set<String> scopes(Jwt token) {
        String scope = token.getClaimAsString(SCOPE);
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.split(" "))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }
}
