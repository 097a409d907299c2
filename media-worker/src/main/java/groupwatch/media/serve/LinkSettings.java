package groupwatch.media.serve;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links that work without a login.
 *
 * @param lifetime of one whose maker does not say
 * @param longest that a maker may ask for
 */
@ConfigurationProperties("groupwatch.media.links")
public record LinkSettings(
        @DefaultValue("5m") Duration lifetime,
        @DefaultValue("1d") Duration longest) {

    /** What an S3 store takes. */
    private static final Duration MOST = Duration.ofDays(7);

    public LinkSettings {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("groupwatch.media.links.longest takes 1s to 7d, not " + longest);
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "groupwatch.media.links.lifetime takes 1s to groupwatch.media.links.longest, not " + lifetime);
        }
    }
}
