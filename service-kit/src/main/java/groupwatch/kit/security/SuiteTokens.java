package groupwatch.kit.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Mints the suite's tokens: HS256 under the suite's key, good for a minute, so that nothing need be revoked. */
public final class SuiteTokens {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final JwtEncoder encoder;
    private final Clock clock;

    public SuiteTokens(SecuritySettings settings, Clock clock) {
        this.encoder = NimbusJwtEncoder.withSecretKey(settings.key())
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.clock = clock;
    }

    /** A token that says who asks, for the {@code Authorization: Bearer} header of the next request. */
    public String mint(Caller caller) {
        Instant now = clock.instant();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(),
                        SuiteClaims.claims(caller)
                                .issuedAt(now)
                                .expiresAt(now.plus(LIFETIME))
                                .build()))
                .getTokenValue();
    }
}
